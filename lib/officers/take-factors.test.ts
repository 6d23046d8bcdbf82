import { expect, test } from "vitest";
import { db } from "@/lib/db";
import "@/prisma/testing";
import { officerOfSession } from "./queries";
import { signIn } from "./sign-in";
import { takeFactors } from "./take-factors";
import { arrives, withApp } from "./testing";

test("an admin takes a lost phone off: every session ends, and the password is enough until there is another", async () => {
  const [lin, boss] = [await arrives("lin"), await arrives("boss", "admin")];
  await expect(takeFactors({ officerId: lin.id }, boss.officer)).rejects.toMatchObject({ code: "factorNotFound" });
  await withApp(lin.officer);
  await takeFactors({ officerId: lin.id }, boss.officer);
  expect(await officerOfSession(lin.secret)).toBeNull();
  expect((await signIn({ login: "lin", password: lin.password })).waits).toBe(false);
  expect(await db.recoveryCode.count()).toBe(0);
  await expect(takeFactors({ officerId: boss.id }, lin.officer)).rejects.toMatchObject({ code: "notAllowed" });
  expect(await db.event.count({ where: { type: "officer.factorsTaken", officerId: boss.id } })).toBe(1);
});

test("a command does so for the only admin, by login", async () => {
  const boss = await arrives("boss", "admin");
  await withApp(boss.officer);
  await expect(takeFactors({ login: "nobody" }, null)).rejects.toMatchObject({ code: "officerNotFound", facts: { login: "nobody" } });
  await takeFactors({ login: "boss" }, null);
  expect(await officerOfSession(boss.secret)).toBeNull();
  expect(await db.secondFactor.count()).toBe(0);
});
