import { Secret, TOTP } from "otpauth";
import { seal, unseal } from "@/lib/sealing";
import { after, MINUTE, SECOND } from "@/lib/time/rules";
import { FACTOR_MINUTES } from "./rules";

/** RFC 6238 as every authenticator app has it: SHA-1, six digits, thirty seconds. */
const FORM = { issuer: "即答 Jida", algorithm: "SHA1", digits: 6, period: 30 };
const STEPS_EITHER_WAY = 1;

/** A secret that an authenticator app is to keep: for people, for its camera, and sealed, to come back with the first code. */
export type OfferedTotp = { secret: string; uri: string; sealed: string };

/** Offers an officer a secret; nothing is kept until a code of it comes back within ten minutes. */
export function offerTotp(officer: { id: string; login: string | null; name: string }, at: Date): OfferedTotp {
  const secret = new Secret({ size: 20 });
  const uri = new TOTP({ ...FORM, label: officer.login ?? officer.name, secret }).toString();
  const offer: Offer = { secret: secret.base32, officerId: officer.id, until: after(at, FACTOR_MINUTES * MINUTE).getTime() };
  return { secret: secret.base32, uri, sealed: seal(JSON.stringify(offer)) };
}

type Offer = { secret: string; officerId: string; until: number };

/** The secret that was offered to this officer, sealed as it is kept; null for another's, an old one or a forged one. */
export function acceptedSecret(sealed: string, officerId: string, at: Date): string | null {
  try {
    const offer = JSON.parse(unseal(sealed)) as Offer;
    return offer.officerId === officerId && offer.until > at.getTime() ? seal(offer.secret) : null;
  } catch {
    return null;
  }
}

/** Which thirty seconds since 1970 a code belongs to, one before and one after at most; null when it is none of this secret's. */
export function stepOfCode(sealedSecret: string, code: string, at: Date): number | null {
  const totp = new TOTP({ ...FORM, secret: Secret.fromBase32(unseal(sealedSecret)) });
  const delta = totp.validate({ token: code, timestamp: at.getTime(), window: STEPS_EITHER_WAY });
  return delta === null ? null : Math.floor(at.getTime() / (FORM.period * SECOND)) + delta;
}
