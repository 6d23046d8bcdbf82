import { expect, test } from "vitest";
import { db } from "@/lib/db";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { officerOfSession } from "./queries";
import { liveSessions } from "./sessions";
import { setFactorRule } from "./set-factor-rule";
import { arrives, withApp } from "./testing";

test("who has none in a role that demands one adds it before anything else, admins included; streams end", async () => {
  const [lin, boss] = [await arrives("lin"), await arrives("boss", "admin")];
  await setFactorRule({ role: "admin", isRequired: true }, boss.officer);
  await setFactorRule({ role: "admin", isRequired: true }, boss.officer);
  expect(await officerOfSession(boss.secret)).toMatchObject({ mustAddFactor: true });
  expect(await officerOfSession(lin.secret)).toMatchObject({ mustAddFactor: false });
  expect([...(await liveSessions([boss.secret, lin.secret])).keys()]).toEqual([lin.secret]);
  await withApp(boss.officer);
  expect(await officerOfSession(boss.secret)).toMatchObject({ mustAddFactor: false });
  expect((await liveSessions([boss.secret])).size).toBe(1);

  await setFactorRule({ role: "admin", isRequired: false }, boss.officer);
  expect(await db.factorRule.count()).toBe(0);
  await expect(setFactorRule({ role: "officer", isRequired: false }, lin.officer)).rejects.toMatchObject({ code: "notAllowed" });
  expect(await db.event.count({ where: { type: "officer.factorRuleSet", officerId: boss.id } })).toBe(3);
});

test("who has not every account does not decide for those who work at the others", async () => {
  const { accountId } = await town();
  const half = await arrives("half", "admin");
  await db.officer.update({ where: { id: half.id }, data: { allAccounts: false } });
  const demand = () => setFactorRule({ role: "officer", isRequired: true }, half.officer);
  await expect(demand()).rejects.toMatchObject({ code: "holdsForAll" });
  await db.officerAccount.create({ data: { officerId: half.id, accountId } });
  await demand();
  expect(await db.factorRule.count()).toBe(1);
});
