import { isIP } from "node:net";
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
  type WebAuthnCredential,
} from "@simplewebauthn/server";
import { db } from "@/lib/db";
import { env } from "@/lib/env";
import { after, MINUTE } from "@/lib/time/rules";
import type { MadePasskey, SignedPasskey } from "./schema";

/** How long a passkey may take to sign. */
const CHALLENGE_MINUTES = 5;
const { origin, hostname } = new URL(env.JIDA_BASE_URL);

/** A passkey as the database keeps it. */
export type KeptPasskey = { id: string; credentialId: string; publicKey: Uint8Array; counter: bigint };

/** Whether passkeys can be used at an address at all, the desk's: browsers bind them to a name, over https or at localhost. */
export function passkeysWork(address: string = env.JIDA_BASE_URL): boolean {
  const { hostname: name, protocol } = new URL(address);
  const isLocal = name === "localhost" || name.endsWith(".localhost");
  return isIP(name.replace(/^\[|\]$/g, "")) === 0 && (isLocal || protocol === "https:");
}

/** What a browser asks for a new passkey with; none that the officer has already. The session keeps what it has to sign. */
export async function askNewPasskey(
  officer: { id: string; sessionId: string; login: string | null; name: string },
  at: Date,
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  const known = await db.secondFactor.findMany({ where: { officerId: officer.id, kind: "passkey" }, select: { credentialId: true } });
  const options = await generateRegistrationOptions({
    rpName: "即答 Jida",
    rpID: hostname,
    userName: officer.login ?? officer.name,
    userDisplayName: officer.name,
    userID: new TextEncoder().encode(officer.id),
    attestationType: "none",
    excludeCredentials: known.map(({ credentialId }) => ({ id: credentialId ?? "" })),
    authenticatorSelection: { residentKey: "preferred", userVerification: "required" },
  });
  await keepChallenge(officer.sessionId, options.challenge, at);
  return options;
}

/** What a browser asks one of the officer's passkeys with. */
export async function askPasskey(officer: { id: string; sessionId: string }, at: Date): Promise<PublicKeyCredentialRequestOptionsJSON> {
  const known = await db.secondFactor.findMany({ where: { officerId: officer.id, kind: "passkey" }, select: { credentialId: true } });
  const options = await generateAuthenticationOptions({
    rpID: hostname,
    allowCredentials: known.map(({ credentialId }) => ({ id: credentialId ?? "" })),
    userVerification: "required",
  });
  await keepChallenge(officer.sessionId, options.challenge, at);
  return options;
}

/** What was to be signed in this session, once; null when nothing was asked, or too long ago. */
export async function takeChallenge(sessionId: string, at: Date): Promise<string | null> {
  const session = await db.session.findUnique({ where: { id: sessionId }, select: { challenge: true } });
  if (!session?.challenge) return null;
  const { count } = await db.session.updateMany({
    where: { id: sessionId, challenge: session.challenge, challengeUntil: { gt: at } },
    data: { challenge: null, challengeUntil: null },
  });
  return count === 1 ? session.challenge : null;
}

/** The passkey that a browser has made, its holder verified, or null when it did not sign what was asked at this desk. */
export async function madePasskey(response: MadePasskey, expectedChallenge: string): Promise<WebAuthnCredential | null> {
  const expected = { expectedChallenge, expectedOrigin: origin, expectedRPID: hostname };
  // The library throws for whatever does not fit, which is what a wrong answer looks like.
  const result = await verifyRegistrationResponse({ response, ...expected, requireUserVerification: true }).catch(() => null);
  return result?.verified ? result.registrationInfo.credential : null;
}

/** The counter of a passkey that has signed what was asked, its holder verified, or null. A counter that goes backwards is a copied key. */
export async function signedCounter(response: SignedPasskey, expectedChallenge: string, passkey: KeptPasskey): Promise<number | null> {
  const { credentialId: id, counter } = passkey;
  const credential = { id, publicKey: new Uint8Array(passkey.publicKey), counter: Number(counter) };
  const expected = { expectedChallenge, expectedOrigin: origin, expectedRPID: hostname };
  const result = await verifyAuthenticationResponse({ response, ...expected, credential, requireUserVerification: true }).catch(() => null);
  return result?.verified ? result.authenticationInfo.newCounter : null;
}

async function keepChallenge(sessionId: string, challenge: string, at: Date) {
  const challengeUntil = after(at, CHALLENGE_MINUTES * MINUTE);
  await db.session.updateMany({ where: { id: sessionId, revokedAt: null }, data: { challenge, challengeUntil } });
}
