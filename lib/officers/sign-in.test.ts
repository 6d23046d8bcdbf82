import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { now } from "@/lib/time/clock";
import { after, HOUR, SECOND } from "@/lib/time/rules";
import "@/prisma/testing";
import { createOfficer } from "./create-officer";
import { hashPassword, MOST_AT_ONCE } from "./passwords";
import { officerOfSession } from "./queries";
import { FREE_SIGN_IN_TRIES, SESSION_HOURS, SIGN_IN_PAUSE_SECONDS } from "./rules";
import { signIn } from "./sign-in";
import { hashAsAtADesk } from "./testing";

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

const codes = (outcomes: PromiseSettledResult<unknown>[]) =>
  outcomes.map((outcome) => (outcome.status === "rejected" ? outcome.reason.code : "opened"));

test("after five wrong passwords even the right one waits, for thirty seconds, and then they are forgotten", async () => {
  const { password } = await lin();
  const at = now();
  for (let tries = 0; tries < FREE_SIGN_IN_TRIES; tries++) await expect(signIn(wrong, at)).rejects.toMatchObject({ code: "passwordWrong" });
  const right = { login: "lin", password };
  await expect(signIn(right, at)).rejects.toMatchObject({ code: "signInBlocked", facts: { seconds: SIGN_IN_PAUSE_SECONDS } });
  const later = after(at, (SIGN_IN_PAUSE_SECONDS + 1) * SECOND);
  await expect(signIn(right, later)).resolves.toBeDefined();
  expect(await db.event.count({ where: { type: "officer.signInRefused" } })).toBe(FREE_SIGN_IN_TRIES);
  expect(await db.officer.findFirstOrThrow()).toMatchObject({ failedSignIns: 0 });
  await expect(signIn(wrong, later)).rejects.toMatchObject({ code: "passwordWrong" });
  await expect(signIn(right, later)).resolves.toBeDefined();
});

test("of tries side by side no more are compared than in a row", async () => {
  await lin();
  const at = now();
  const tried = codes(await Promise.allSettled(Array.from({ length: 24 }, () => signIn(wrong, at))));
  expect(tried.filter((code) => code === "passwordWrong")).toHaveLength(FREE_SIGN_IN_TRIES);
  expect(tried.filter((code) => code === "signInBlocked")).toHaveLength(24 - FREE_SIGN_IN_TRIES);
  expect(await db.event.count({ where: { type: "officer.signInRefused" } })).toBe(FREE_SIGN_IN_TRIES);
});

test("wrong passwords from elsewhere keep nobody out", async () => {
  const { password } = await lin();
  const at = now();
  for (let tries = 0; tries < FREE_SIGN_IN_TRIES; tries++) await signIn(wrong, at, "203.0.113.5").catch(() => undefined);
  await expect(signIn({ login: "lin", password }, at, "203.0.113.5")).rejects.toMatchObject({ code: "signInBlocked" });
  await expect(signIn({ login: "lin", password }, at, "10.0.0.1")).resolves.toBeDefined();
});

test("a login that nobody has is refused like one that somebody has", async () => {
  await lin();
  const at = now();
  const refusals = async (login: string) => {
    const tries = [];
    for (let count = 0; count < FREE_SIGN_IN_TRIES + 2; count++)
      tries.push(...codes(await Promise.allSettled([signIn({ ...wrong, login }, at)])));
    return tries;
  };
  expect(await refusals("nobody")).toEqual(await refusals("lin"));
});

test.each([
  ["is replaced", { passwordHash: "another" }],
  ["belongs to nobody any more", { deactivatedAt: now() }],
])("a password that %s while it is compared opens nothing", async (_, change) => {
  const { password } = await lin();
  hashAsAtADesk();
  const before = Array.from({ length: 3 * MOST_AT_ONCE }, () => hashPassword("work that comes first"));
  const opening = Promise.allSettled([signIn({ login: "lin", password })]);
  await expect.poll(() => db.signInTries.count(), { interval: 5 }).toBe(2);
  await db.officer.updateMany({ data: change });
  expect(codes(await opening)).toEqual(["passwordWrong"]);
  expect(await db.session.count()).toBe(0);
  await Promise.all(before);
});
