import { db } from "@/lib/db";
import { record } from "@/lib/events/record";
import { Refusal } from "@/lib/refusal";
import { now } from "@/lib/time/clock";
import { keepFactor } from "./kept";
import { madePasskey, takeChallenge } from "./passkeys";
import type { SignedInOfficer } from "./queries";
import type { NewPasskey } from "./schema";

/**
 * Keeps a passkey that the officer's browser has made for what it was asked in this session; the officer's other sessions end. With
 * the first second factor come recovery codes, once.
 * @throws Refusal factorOfferExpired when nothing was asked lately, factorWrong, tooMany
 */
export async function addPasskey(
  { response, name }: NewPasskey,
  officer: Pick<SignedInOfficer, "id" | "sessionId">,
  at = now(),
): Promise<{ recoveryCodes: string[] }> {
  const challenge = await takeChallenge(officer.sessionId, at);
  if (!challenge) throw new Refusal("factorOfferExpired");
  const made = await madePasskey(response, challenge);
  if (!made) throw new Refusal("factorWrong");
  const { id: credentialId, publicKey, counter } = made;
  return db.$transaction(async (tx) => {
    const passkey = { credentialId, publicKey: new Uint8Array(publicKey), counter };
    const kept = await keepFactor(tx, officer, { kind: "passkey", name, ...passkey }, at);
    await record(tx, { type: "officer.passkeyAdded", officerId: officer.id, facts: { factorId: kept.id } }, at);
    return { recoveryCodes: kept.recoveryCodes };
  });
}
