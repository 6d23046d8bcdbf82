import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { now } from "@/lib/time/clock";
import "@/prisma/testing";
import { confirmIdentity } from "./confirm-identity";
import { officerOfSession, type SignedInOfficer } from "./queries";
import { FREE_SIGN_IN_TRIES } from "./rules";
import { arrives, withApp } from "./testing";

test("the password, and the second factor of who has one, prove anew who it is", async () => {
  const { officer, password, secret } = await arrives("lin");
  await db.session.updateMany({ data: { provenAt: new Date(0) } });
  const at = now();
  await confirmIdentity({ password, factor: null }, officer, at);
  expect(await officerOfSession(secret)).toMatchObject({ provenAt: at });

  const { shows } = await withApp(officer, at);
  const held = (await officerOfSession(secret)) as SignedInOfficer;
  await expect(confirmIdentity({ password, factor: null }, held, at)).rejects.toMatchObject({ code: "factorWrong" });
  await expect(confirmIdentity({ password, factor: { code: "000000" } }, held, at)).rejects.toMatchObject({ code: "factorWrong" });
  await confirmIdentity({ password, factor: { code: shows() } }, held, at);
  expect(await db.session.findFirstOrThrow({ where: { officerId: officer.id } })).toMatchObject({ proof: "totp" });
  expect(await db.event.count({ where: { type: "officer.confirmed" } })).toBe(2);
});

test("a stolen cookie is no place to guess passwords at", async () => {
  const { officer, password } = await arrives("lin");
  const at = now();
  const guess = (tried: string) => confirmIdentity({ password: tried, factor: null }, officer, at).catch((error) => error.code);
  for (let tries = 0; tries < FREE_SIGN_IN_TRIES; tries += 1) expect(await guess("a guess")).toBe("passwordWrong");
  expect(await guess(password)).toBe("signInBlocked");
  expect(await db.event.count({ where: { type: "officer.confirmRefused" } })).toBe(FREE_SIGN_IN_TRIES);
});
