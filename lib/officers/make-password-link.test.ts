import { expect, test } from "vitest";
import { db } from "@/lib/db";
import "@/prisma/testing";
import { deactivateOfficer } from "./deactivate-officer";
import { makePasswordLink } from "./make-password-link";
import { officerOfSession } from "./queries";
import { signIn } from "./sign-in";
import { arrives } from "./testing";

test("the old password and every session end at once; the database never holds the link's secret", async () => {
  const [lin, boss] = [await arrives("lin"), await arrives("boss", "admin")];
  const { secret } = await makePasswordLink({ officerId: lin.id }, boss.officer);
  expect(await officerOfSession(lin.secret)).toBeNull();
  await expect(signIn({ login: "lin", password: lin.password })).rejects.toMatchObject({ code: "passwordWrong" });
  expect(JSON.stringify([await db.passwordLink.findMany(), await db.event.findMany({ select: { facts: true } })])).not.toContain(secret);
  expect(await db.event.findMany({ where: { type: "officer.passwordLinkMade" } })).toMatchObject([
    { officerId: boss.id, facts: { ofId: lin.id, sessions: 1 } },
  ]);
});

test("whoever is no admin any more, and a link for who has left, are refused", async () => {
  const [lin, boss] = [await arrives("lin"), await arrives("boss", "admin")];
  await deactivateOfficer({ officerId: lin.id }, boss.officer);
  await expect(makePasswordLink({ officerId: lin.id }, boss.officer)).rejects.toMatchObject({ code: "officerNotYours" });
  await db.officer.update({ where: { id: boss.id }, data: { role: "supervisor" } });
  await expect(makePasswordLink({ officerId: lin.id }, boss.officer)).rejects.toMatchObject({ code: "notAllowed" });
});
