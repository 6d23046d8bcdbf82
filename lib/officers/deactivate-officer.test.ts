import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { now } from "@/lib/time/clock";
import "@/prisma/testing";
import { createOfficer } from "./create-officer";
import { deactivateOfficer } from "./deactivate-officer";
import { officerOfSession } from "./queries";
import { signIn } from "./sign-in";

async function created(login: string) {
  return createOfficer({ login, name: login, role: "admin" });
}

test("no way in any more: every session ends and the password opens none; colleagues stay", async () => {
  const [lin, zhao] = [await created("lin"), await created("zhao")];
  const [here, elsewhere] = [
    await signIn({ login: "lin", password: lin.password }),
    await signIn({ login: "lin", password: lin.password }),
  ];
  const colleague = await signIn({ login: "zhao", password: zhao.password });
  const at = now();
  await deactivateOfficer({ login: "lin" }, null, at);
  for (const { secret } of [here, elsewhere]) expect(await officerOfSession(secret)).toBeNull();
  expect(await officerOfSession(colleague.secret)).toMatchObject({ id: zhao.id });
  await expect(signIn({ login: "lin", password: lin.password })).rejects.toMatchObject({ code: "passwordWrong" });

  expect(await db.officer.findUniqueOrThrow({ where: { id: lin.id } })).toMatchObject({ login: "lin", deactivatedAt: at });
  expect(await db.session.count({ where: { officerId: lin.id, revokedAt: at } })).toBe(2);
  expect(await db.event.findMany({ where: { type: "officer.deactivated" } })).toMatchObject([
    { officerId: lin.id, facts: { sessions: 2 } },
  ]);
});

test("the login stays taken, and nobody is deactivated twice", async () => {
  await created("lin");
  const outcomes = await Promise.allSettled([deactivateOfficer({ login: "lin" }, null), deactivateOfficer({ login: "lin" }, null)]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  await expect(deactivateOfficer({ login: "lin" }, null)).rejects.toMatchObject({ code: "officerNotFound", facts: { login: "lin" } });
  await expect(deactivateOfficer({ login: "nobody" }, null)).rejects.toMatchObject({ code: "officerNotFound" });
  await expect(created("lin")).rejects.toMatchObject({ code: "loginTaken" });
  expect(await db.event.count({ where: { type: "officer.deactivated" } })).toBe(1);
});

test("whoever signs in at that moment has no session afterwards", async () => {
  const { password } = await created("lin");
  const [, opened] = await Promise.allSettled([deactivateOfficer({ login: "lin" }, null), signIn({ login: "lin", password })]);
  if (opened.status === "fulfilled") expect(await officerOfSession(opened.value.secret)).toBeNull();
  expect(await db.session.count({ where: { revokedAt: null } })).toBe(0);
});

test("two admins disable each other at once: exactly one wins, and the last one stays", async () => {
  const [one, other] = [await created("one"), await created("other")];
  const outcomes = await Promise.allSettled([
    deactivateOfficer({ officerId: one.id }, other),
    deactivateOfficer({ officerId: other.id }, one),
  ]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(outcomes.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "notAllowed" } });
  const left = await db.officer.findFirstOrThrow({ where: { deactivatedAt: null } });
  await expect(deactivateOfficer({ officerId: left.id }, left)).rejects.toMatchObject({ code: "lastAdmin" });
  expect(await db.event.findMany({ where: { type: "officer.deactivated" } })).toMatchObject([{ officerId: left.id }]);
});
