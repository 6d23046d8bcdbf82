import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { now } from "@/lib/time/clock";
import { after, MINUTE, SECOND } from "@/lib/time/rules";
import "@/prisma/testing";
import { addPasskey } from "./add-passkey";
import { deactivateOfficer } from "./deactivate-officer";
import { askNewPasskey, askPasskey } from "./passkeys";
import { proveFactor } from "./prove-factor";
import { officerOfSession, waitingSession } from "./queries";
import { FACTOR_MINUTES, FACTOR_PAUSE_SECONDS, FREE_FACTOR_TRIES, FREE_FACTOR_TRIES_ELSEWHERE } from "./rules";
import { liveSessions } from "./sessions";
import { signIn } from "./sign-in";
import { arrives, devicePasskey, withApp } from "./testing";

async function linWithApp() {
  const { id, officer, password } = await arrives("lin");
  await db.session.deleteMany();
  return { id, ...(await withApp(officer)), enters: (at = now(), address = "") => signIn({ login: "lin", password }, at, address) };
}

test("with the password alone nothing opens; a code opens it, and no session twice", async () => {
  const { enters, shows } = await linWithApp();
  const at = now();
  const { secret, waits } = await enters(at);
  expect(waits).toBe(true);
  expect([await officerOfSession(secret), (await liveSessions([secret])).size]).toEqual([null, 0]);
  await proveFactor({ code: shows(at) }, secret, at);
  expect(await officerOfSession(secret)).toMatchObject({ login: "lin", hasFactor: true });
  expect((await liveSessions([secret])).size).toBe(1);
  const again = await enters(at);
  await expect(proveFactor({ code: shows(at) }, again.secret, at)).rejects.toMatchObject({ code: "factorWrong" });
  const next = after(at, 30 * SECOND);
  await proveFactor({ code: shows(next) }, again.secret, next);
  await expect(proveFactor({ code: shows(next) }, again.secret, next)).rejects.toMatchObject({ code: "sessionEnded" });
  expect(await db.event.count({ where: { type: "officer.factorProven" } })).toBe(2);
  expect(await db.event.count({ where: { type: "officer.factorRefused" } })).toBe(1);
});

test("of the same code in two browsers at once one counts", async () => {
  const { enters, shows } = await linWithApp();
  const at = now();
  const secrets = [await enters(at), await enters(at)];
  const outcomes = await Promise.allSettled(secrets.map(({ secret }) => proveFactor({ code: shows(at) }, secret, at)));
  expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
});

test("a recovery code counts once, however it is typed", async () => {
  const { enters, recoveryCodes } = await linWithApp();
  const code = (recoveryCodes[0] ?? "").toUpperCase().replace(/(.{4})(?=.)/g, "$1-");
  const { secret } = await enters();
  await proveFactor({ code }, secret);
  expect(await officerOfSession(secret)).not.toBeNull();
  await expect(proveFactor({ code }, (await enters()).secret)).rejects.toMatchObject({ code: "factorWrong" });
});

test("who waits too long, or is deactivated meanwhile, starts anew or not at all", async () => {
  const { enters, shows } = await linWithApp();
  const at = now();
  const late = after(at, FACTOR_MINUTES * MINUTE);
  const { secret } = await enters(at);
  await expect(proveFactor({ code: shows(late) }, secret, late)).rejects.toMatchObject({ code: "sessionEnded" });
  await deactivateOfficer({ login: "lin" }, null, at);
  expect(await waitingSession(secret, at)).toBeNull();
});

test("codes are guessed at five times from one place and ten from everywhere; a known password makes no place familiar", async () => {
  const { enters, shows } = await linWithApp();
  const at = now();
  const guesses = async (address: string, times = 1) => {
    const { secret } = await enters(at, address);
    const outcomes = Array.from({ length: times }, () => proveFactor({ code: "000000" }, secret, at, address));
    return (await Promise.allSettled(outcomes)).map((outcome) => (outcome.status === "rejected" ? outcome.reason.code : "proven"));
  };
  const taken = await guesses("203.0.113.1", 8);
  expect(taken.filter((code) => code === "factorWrong")).toHaveLength(FREE_FACTOR_TRIES);
  for (let place = 2; place < FREE_FACTOR_TRIES_ELSEWHERE - FREE_FACTOR_TRIES + 2; place += 1)
    expect(await guesses(`203.0.113.${place}`)).toEqual(["factorWrong"]);
  expect(await guesses("203.0.113.99")).toEqual(["signInBlocked"]);
  const later = after(at, FACTOR_PAUSE_SECONDS * SECOND);
  const { secret } = await enters(later, "203.0.113.99");
  await proveFactor({ code: shows(later) }, secret, later, "203.0.113.99");
});

test("a passkey proves by what it signs at this desk, unlocked, once; a copy that lags behind is refused", async () => {
  const { officer, password } = await arrives("lin");
  const device = devicePasskey();
  await addPasskey({ response: device.made(await askNewPasskey(officer, now())), name: "办公电脑" }, officer);
  const { secret } = await signIn({ login: "lin", password });
  const waiting = await waitingSession(secret);
  const asked = () => askPasskey({ id: officer.id, sessionId: waiting?.sessionId ?? "" }, now());
  const refused = { code: "factorWrong" };
  await expect(proveFactor({ passkey: device.signs(await asked(), { origin: "https://evil.example" }) }, secret)).rejects.toMatchObject(
    refused,
  );
  await expect(proveFactor({ passkey: device.signs(await asked(), { locked: true }) }, secret)).rejects.toMatchObject(refused);
  await expect(proveFactor({ passkey: devicePasskey().signs(await asked()) }, secret)).rejects.toMatchObject(refused);
  const signed = device.signs(await asked());
  await proveFactor({ passkey: signed }, secret);
  expect(await officerOfSession(secret)).toMatchObject({ id: officer.id });

  const again = await signIn({ login: "lin", password });
  await expect(proveFactor({ passkey: signed }, again.secret)).rejects.toMatchObject(refused);
  device.rewind();
  const { sessionId } = (await waitingSession(again.secret)) ?? { sessionId: "" };
  await expect(
    proveFactor({ passkey: device.signs(await askPasskey({ id: officer.id, sessionId }, now())) }, again.secret),
  ).rejects.toMatchObject(refused);
});
