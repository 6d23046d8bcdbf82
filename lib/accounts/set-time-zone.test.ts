import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { scopeOf } from "@/lib/officers/scope";
import { readBook } from "@/lib/sla/queries";
import { UNKNOWN_FOR } from "@/lib/sla/rules";
import { after } from "@/lib/time/rules";
import { zoneAt } from "@/lib/time/zones";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { timeZoneInput } from "./schema";
import { setTimeZone } from "./set-time-zone";

test("an account's clock goes by another zone, by the hand of those who see it", async () => {
  const { accountId, he } = await town();
  await expect(setTimeZone({ accountId, timeZone: "Asia/Urumqi" }, { id: he.id, scope: scopeOf([]) })).rejects.toMatchObject({
    code: "accountNotFound",
  });
  await setTimeZone({ accountId, timeZone: "Asia/Urumqi" }, he);
  expect(await db.officialAccount.findUnique({ where: { id: accountId } })).toMatchObject({ timeZone: "Asia/Urumqi" });
  expect(await db.event.findMany({ where: { type: "account.timeZoneSet" } })).toMatchObject([
    { accountId, officerId: he.id, facts: { timeZone: "Asia/Urumqi" } },
  ]);
});

test("what comes while a web process may still know the zone before goes by that one, as it will be recounted", async () => {
  const { accountId, he } = await town();
  const at = new Date("2026-11-23T00:00:00Z");
  const known = await readBook(accountId);
  await setTimeZone({ accountId, timeZone: "Europe/Paris" }, he, at);
  const book = await readBook(accountId);
  for (const instant of [at, after(at, UNKNOWN_FOR - 1)]) expect(zoneAt(book, instant)).toBe(zoneAt(known, instant));
  expect(zoneAt(book, after(at, UNKNOWN_FOR))).toBe("Europe/Paris");
});

test("a name that no clock knows is none", async () => {
  const { accountId } = await town();
  for (const timeZone of ["Asia/Beijing2", "", "UTC+8"]) expect(timeZoneInput.safeParse({ accountId, timeZone }).success).toBe(false);
});
