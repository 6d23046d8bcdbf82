import { db } from "@/lib/db";
import { record } from "@/lib/events/record";
import { Refusal } from "@/lib/refusal";
import { now } from "@/lib/time/clock";
import { after, HOUR } from "@/lib/time/rules";
import { spendFactor } from "./factors";
import { waitingSession } from "./queries";
import { FACTOR_PAUSE_SECONDS, SESSION_HOURS } from "./rules";
import type { ShownFactor } from "./schema";
import { returnFactorTries, takeFactorTry } from "./tries";

/**
 * The second step of signing in: a session whose password was right opens by what its officer shows.
 * @param address of the client, as `signIn` takes it
 * @throws Refusal sessionEnded when the session waits no more, factorWrong, signInBlocked after too many wrong codes
 */
export async function proveFactor(shown: ShownFactor, secret: string, at = now(), address = ""): Promise<void> {
  const waiting = await waitingSession(secret, at);
  if (!waiting) throw new Refusal("sessionEnded");
  const { officerId, sessionId } = waiting;
  const door = { login: waiting.login, passwordHash: waiting.passwordHash, address };
  if ("code" in shown && !(await takeFactorTry(door, at))) throw new Refusal("signInBlocked", { seconds: FACTOR_PAUSE_SECONDS });

  const proof = await spendFactor({ id: officerId, sessionId }, shown, at);
  await db.$transaction(async (tx) => {
    if (!proof) return record(tx, { type: "officer.factorRefused", officerId }, at);
    const { count } = await tx.session.updateMany({
      where: { id: sessionId, revokedAt: null, factorDueAt: { gt: at } },
      data: { factorDueAt: null, proof, provenAt: at, expiresAt: after(at, SESSION_HOURS * HOUR) },
    });
    if (count === 0) throw new Refusal("sessionEnded");
    await returnFactorTries(tx, door);
    await record(tx, { type: "officer.factorProven", officerId, facts: { proof } }, at);
  });
  if (!proof) throw new Refusal("factorWrong");
}
