import { expect, test } from "vitest";
import { db } from "@/lib/db";
import "@/prisma/testing";
import { changeOfficer } from "./change-officer";
import { deactivateOfficer } from "./deactivate-officer";
import { officerOfSession } from "./queries";
import { arrives } from "./testing";

const everywhere = { allAccounts: true, accountIds: [] };

test("another role ends every session; another name none", async () => {
  const [lin, boss] = [await arrives("lin", "supervisor"), await arrives("boss", "admin")];
  const as = { officerId: lin.id, ...everywhere };
  await changeOfficer({ ...as, name: "林", role: "supervisor" }, boss.officer);
  expect(await officerOfSession(lin.secret)).toMatchObject({ name: "林", role: "supervisor" });
  await changeOfficer({ ...as, name: "林", role: "officer" }, boss.officer);
  expect(await officerOfSession(lin.secret)).toBeNull();
  expect(await db.event.findMany({ where: { type: "officer.changed" }, orderBy: { id: "asc" } })).toMatchObject([
    { facts: { sessions: 0 } },
    { officerId: boss.id, facts: { ofId: lin.id, role: "officer", roleBefore: "supervisor", sessions: 1 } },
  ]);
});

test("fewer accounts end every session, too", async () => {
  const [lin, boss] = [await arrives("lin"), await arrives("boss", "admin")];
  await changeOfficer({ officerId: lin.id, name: "lin", role: "officer", allAccounts: false, accountIds: [] }, boss.officer);
  expect(await officerOfSession(lin.secret)).toBeNull();
});

test("of two admins who demote each other one succeeds; the last one stays", async () => {
  const [one, other] = [await arrives("one", "admin"), await arrives("other", "admin")];
  const demote = (who: typeof one, by: typeof one) =>
    changeOfficer({ officerId: who.id, name: who.login, role: "officer", ...everywhere }, by.officer);
  const outcomes = await Promise.allSettled([demote(one, other), demote(other, one)]);
  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  const left = (await db.officer.findFirstOrThrow({ where: { role: "admin" } })).id === one.id ? one : other;
  await expect(demote(left, left)).rejects.toMatchObject({ code: "lastAdmin" });
});

test("the last admin of all accounts stays one, whoever else is an admin of some", async () => {
  const [boss, half] = [await arrives("boss", "admin"), await arrives("half", "admin")];
  await db.officer.update({ where: { id: half.id }, data: { allAccounts: false } });
  const less = { officerId: boss.id, name: "boss", role: "admin" as const, allAccounts: false, accountIds: [] };
  await expect(changeOfficer(less, boss.officer)).rejects.toMatchObject({ code: "lastAdmin" });
  await expect(deactivateOfficer({ officerId: boss.id }, boss.officer)).rejects.toMatchObject({ code: "lastAdmin" });
  await arrives("deputy", "admin");
  await changeOfficer(less, boss.officer);
  expect(await officerOfSession(boss.secret)).toBeNull();
});

test("an admin of some accounts does not touch who works at all", async () => {
  const [lin, boss] = [await arrives("lin"), await arrives("boss", "admin")];
  await db.officer.update({ where: { id: boss.id }, data: { allAccounts: false } });
  const change = { officerId: lin.id, name: "lin", allAccounts: false, accountIds: [] };
  await expect(changeOfficer({ ...change, role: "officer" }, boss.officer)).rejects.toMatchObject({ code: "officerNotYours" });
});
