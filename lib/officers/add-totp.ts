import { db } from "@/lib/db";
import { record } from "@/lib/events/record";
import { Refusal } from "@/lib/refusal";
import { now } from "@/lib/time/clock";
import { keepFactor } from "./kept";
import type { SignedInOfficer } from "./queries";
import type { NewTotp } from "./schema";
import { acceptedSecret, stepOfCode } from "./totp";

/**
 * Keeps the authenticator app whose first code an officer shows; the officer's other sessions end. With the first second factor come
 * recovery codes, once.
 * @throws Refusal factorOfferExpired when nothing was offered to this officer lately, factorWrong, tooMany
 */
export async function addTotp(
  { sealed, code, name }: NewTotp,
  officer: Pick<SignedInOfficer, "id" | "sessionId">,
  at = now(),
): Promise<{ recoveryCodes: string[] }> {
  const sealedSecret = acceptedSecret(sealed, officer.id, at);
  if (!sealedSecret) throw new Refusal("factorOfferExpired");
  const lastStep = stepOfCode(sealedSecret, code, at);
  if (!lastStep) throw new Refusal("factorWrong");
  return db.$transaction(async (tx) => {
    const kept = await keepFactor(tx, officer, { kind: "totp", name, sealedSecret, lastStep }, at);
    await record(tx, { type: "officer.totpAdded", officerId: officer.id, facts: { factorId: kept.id } }, at);
    return { recoveryCodes: kept.recoveryCodes };
  });
}
