import { db } from "@/lib/db";
import { record } from "@/lib/events/record";
import { Refusal } from "@/lib/refusal";
import { now } from "@/lib/time/clock";
import { type FactorProof, spendFactor } from "./factors";
import { passwordMatches } from "./passwords";
import type { SignedInOfficer } from "./queries";
import { FACTOR_PAUSE_SECONDS, SIGN_IN_PAUSE_SECONDS } from "./rules";
import type { ConfirmIdentity } from "./schema";
import { type Door, returnFactorTries, returnTries, takeFactorTry, takeTry } from "./tries";

/**
 * An officer proves anew who they are, so that an unwatched screen or a stolen cookie changes nothing that is sensitive. Counted as
 * signing in is.
 * @throws Refusal passwordWrong, factorWrong, signInBlocked after too many wrong ones
 */
export async function confirmIdentity(
  input: ConfirmIdentity,
  officer: Pick<SignedInOfficer, "id" | "sessionId" | "hasFactor">,
  at = now(),
  address = "",
): Promise<void> {
  const { login, passwordHash } = await db.officer.findUniqueOrThrow({ where: { id: officer.id } });
  const door: Door = { login: login ?? "", passwordHash, address };
  if (!(await takeTry(door, at))) throw new Refusal("signInBlocked", { seconds: SIGN_IN_PAUSE_SECONDS });
  if (!(await passwordMatches(input.password, passwordHash))) throw await refused(officer.id, "passwordWrong", at);

  const proof = officer.hasFactor ? await secondProof(input, officer, door, at) : "password";
  await db.$transaction(async (tx) => {
    await returnTries(tx, door);
    const { count } = await tx.session.updateMany({ where: { id: officer.sessionId, revokedAt: null }, data: { proof, provenAt: at } });
    if (count === 0) throw new Refusal("sessionEnded");
    if (officer.hasFactor) await returnFactorTries(tx, door);
    await record(tx, { type: "officer.confirmed", officerId: officer.id, facts: { proof } }, at);
  });
}

async function secondProof(
  { factor }: ConfirmIdentity,
  officer: Pick<SignedInOfficer, "id" | "sessionId">,
  door: Door,
  at: Date,
): Promise<FactorProof> {
  if (!factor) throw new Refusal("factorWrong");
  if ("code" in factor && !(await takeFactorTry(door, at))) throw new Refusal("signInBlocked", { seconds: FACTOR_PAUSE_SECONDS });
  const proof = await spendFactor(officer, factor, at);
  if (!proof) throw await refused(officer.id, "factorWrong", at);
  return proof;
}

async function refused(officerId: string, code: "passwordWrong" | "factorWrong", at: Date): Promise<Refusal> {
  await db.$transaction((tx) => record(tx, { type: "officer.confirmRefused", officerId, facts: { code } }, at));
  return new Refusal(code);
}
