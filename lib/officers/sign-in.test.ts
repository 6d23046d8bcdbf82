import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { now } from "@/lib/time/clock";
import { after, HOUR, SECOND } from "@/lib/time/rules";
import "@/prisma/testing";
import { createOfficer } from "./create-officer";
import { officerOfSession } from "./queries";
import { FREE_SIGN_IN_TRIES, SESSION_HOURS, SIGN_IN_PAUSE_SECONDS } from "./rules";
import { signIn } from "./sign-in";

async function lin() {
  const { id, password } = await createOfficer({ login: "lin", name: "林", role: "officer" });
  return { id, password };
}
const wrong = { login: "lin", password: "not this one" };

test("opens a session whose secret the database never holds", async () => {
  const { id, password } = await lin();
  const { officerId, secret } = await signIn({ login: "lin", password });
  expect(officerId).toBe(id);
  expect(await officerOfSession(secret)).toMatchObject({ id, login: "lin", role: "officer", mustChangePassword: true });
  const sessions = JSON.stringify(await db.session.findMany());
  expect(sessions).not.toContain(secret);
  expect(await db.event.count({ where: { type: "officer.signedIn", officerId: id } })).toBe(1);
});

test("a session ends by itself, when revoked, and with its officer", async () => {
  const { id, password } = await lin();
  const at = after(now(), -SESSION_HOURS * HOUR + 30 * SECOND);
  const { secret } = await signIn({ login: "lin", password }, at);
  expect(await officerOfSession(secret)).not.toBeNull();
  await db.session.updateMany({ data: { expiresAt: now() } });
  expect(await officerOfSession(secret)).toBeNull();

  const other = await signIn({ login: "lin", password });
  await db.officer.update({ where: { id }, data: { deactivatedAt: now() } });
  expect(await officerOfSession(other.secret)).toBeNull();
  expect(await officerOfSession("made up")).toBeNull();
});

test("an unknown login and a wrong password get the same refusal", async () => {
  await lin();
  await expect(signIn(wrong)).rejects.toMatchObject({ code: "passwordWrong" });
  await expect(signIn({ login: "nobody", password: "x" })).rejects.toMatchObject({ code: "passwordWrong" });
  expect(await db.session.count()).toBe(0);
});

test("somebody who left and a program have no way in", async () => {
  const { id, password } = await lin();
  await db.officer.update({ where: { id }, data: { deactivatedAt: now() } });
  await expect(signIn({ login: "lin", password })).rejects.toMatchObject({ code: "passwordWrong" });
  await db.officer.create({ data: { login: "program", name: "program", role: "officer" } });
  await expect(signIn({ login: "program", password: "" })).rejects.toMatchObject({ code: "passwordWrong" });
});

test("after five wrong passwords even the right one waits, for thirty seconds", async () => {
  const { password } = await lin();
  const at = now();
  for (let tries = 0; tries < FREE_SIGN_IN_TRIES; tries++) await expect(signIn(wrong, at)).rejects.toMatchObject({ code: "passwordWrong" });
  await expect(signIn({ login: "lin", password }, at)).rejects.toMatchObject({
    code: "signInBlocked",
    facts: { seconds: SIGN_IN_PAUSE_SECONDS },
  });
  const later = after(at, (SIGN_IN_PAUSE_SECONDS + 1) * SECOND);
  await expect(signIn({ login: "lin", password }, later)).resolves.toBeDefined();
  expect(await db.officer.findFirstOrThrow()).toMatchObject({ failedSignIns: 0, signInBlockedUntil: null });
  expect(await db.event.count({ where: { type: "officer.signInRefused" } })).toBe(FREE_SIGN_IN_TRIES);
});
