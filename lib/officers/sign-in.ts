import { setTimeout as pause } from "node:timers/promises";
import { db } from "@/lib/db";
import { record } from "@/lib/events/record";
import { Refusal } from "@/lib/refusal";
import { now } from "@/lib/time/clock";
import { after, HOUR, MINUTE } from "@/lib/time/rules";
import { passwordMatches, refuseWhenCrowded } from "./passwords";
import { FACTOR_MINUTES, SESSION_HOURS, SIGN_IN_PAUSE_SECONDS } from "./rules";
import type { SignIn } from "./schema";
import { hashSecret, newSecret } from "./secrets";
import { type Door, hashAddress, returnTries, takeTry } from "./tries";

/** Longer than it takes to write down a refusal, so that the answer does not tell whether there was anybody to write it down for. */
const REFUSAL_MILLISECONDS = 100;

/**
 * Opens a session and returns its secret, once; of an officer with a second factor it opens nothing until `proveFactor`. The same
 * refusal, as late, for an unknown login and a wrong password.
 * @param address of the client; all who have none ("") share one count of tries
 * @param device as its browser calls itself
 * @throws Refusal passwordWrong; signInBlocked when too many tries failed (see `takeTry`) or too many sign-ins are under way, after
 * which a try is back within thirty seconds
 */
export async function signIn(
  input: SignIn,
  at = now(),
  address = "",
  device = "",
): Promise<{ officerId: string; secret: string; waits: boolean }> {
  refuseWhenCrowded();
  const officer = await db.officer.findUnique({ where: { login: input.login } });
  const door = { login: input.login, passwordHash: officer?.passwordHash ?? null, address };
  if (!(await takeTry(door, at))) throw new Refusal("signInBlocked", { seconds: SIGN_IN_PAUSE_SECONDS });
  const matches = await passwordMatches(input.password, door.passwordHash);
  if (!officer || !matches || officer.deactivatedAt) {
    await Promise.all([officer && recordFailure(officer.id, at), pause(REFUSAL_MILLISECONDS)]);
    throw new Refusal("passwordWrong");
  }
  return { officerId: officer.id, ...(await openSession(officer.id, door, device, at)) };
}

async function openSession(officerId: string, door: Door, device: string, at: Date): Promise<{ secret: string; waits: boolean }> {
  const secret = newSecret();
  const waits = await db.$transaction(async (tx) => {
    // The password may have been replaced, or the officer deactivated, while it was compared.
    const { count } = await tx.officer.updateMany({
      where: { id: officerId, passwordHash: door.passwordHash, deactivatedAt: null },
      data: { failedSignIns: 0 },
    });
    if (count === 0) throw new Refusal("passwordWrong");
    const factorDue = (await tx.secondFactor.count({ where: { officerId } })) > 0;
    const session = { officerId, secretHash: hashSecret(secret), addressHash: hashAddress(door), device };
    const factorDueAt = factorDue ? after(at, FACTOR_MINUTES * MINUTE) : null;
    await tx.session.create({ data: { ...session, createdAt: at, provenAt: at, factorDueAt, expiresAt: after(at, SESSION_HOURS * HOUR) } });
    await returnTries(tx, door);
    await record(tx, { type: "officer.signedIn", officerId, facts: { factorDue } }, at);
    return factorDue;
  });
  return { secret, waits };
}

async function recordFailure(officerId: string, at: Date) {
  await db.$transaction(async (tx) => {
    const { failedSignIns } = await tx.officer.update({ where: { id: officerId }, data: { failedSignIns: { increment: 1 } } });
    await record(tx, { type: "officer.signInRefused", officerId, facts: { failedSignIns } }, at);
  });
}
