import { db } from "@/lib/db";
import { record } from "@/lib/events/record";
import { Refusal } from "@/lib/refusal";
import { now } from "@/lib/time/clock";
import { after, HOUR, SECOND } from "@/lib/time/rules";
import { passwordMatches } from "./passwords";
import { FREE_SIGN_IN_TRIES, SESSION_HOURS, SIGN_IN_PAUSE_SECONDS } from "./rules";
import type { SignIn } from "./schema";
import { hashSecret, newSecret } from "./secrets";

/**
 * Opens a session and returns its secret, once. The same refusal for an unknown login and a wrong password.
 * @throws Refusal passwordWrong, or signInBlocked after five wrong passwords in a row, for thirty seconds each.
 */
export async function signIn(input: SignIn, at = now()): Promise<{ officerId: string; secret: string }> {
  const officer = await db.officer.findUnique({ where: { login: input.login } });
  if (officer?.signInBlockedUntil && officer.signInBlockedUntil > at)
    throw new Refusal("signInBlocked", { seconds: SIGN_IN_PAUSE_SECONDS });
  const matches = await passwordMatches(input.password, officer?.passwordHash ?? null);
  if (!officer || !matches || officer.deactivatedAt) {
    if (officer) await countFailure(officer.id, at);
    throw new Refusal("passwordWrong");
  }

  const secret = newSecret();
  await db.$transaction(async (tx) => {
    await tx.officer.update({ where: { id: officer.id }, data: { failedSignIns: 0, signInBlockedUntil: null } });
    await tx.session.create({
      data: { officerId: officer.id, secretHash: hashSecret(secret), createdAt: at, expiresAt: after(at, SESSION_HOURS * HOUR) },
    });
    await record(tx, { type: "officer.signedIn", officerId: officer.id }, at);
  });
  return { officerId: officer.id, secret };
}

async function countFailure(officerId: string, at: Date) {
  await db.$transaction(async (tx) => {
    const { failedSignIns } = await tx.officer.update({ where: { id: officerId }, data: { failedSignIns: { increment: 1 } } });
    if (failedSignIns >= FREE_SIGN_IN_TRIES) {
      await tx.officer.update({ where: { id: officerId }, data: { signInBlockedUntil: after(at, SIGN_IN_PAUSE_SECONDS * SECOND) } });
    }
    await record(tx, { type: "officer.signInRefused", officerId, facts: { failedSignIns } }, at);
  });
}
