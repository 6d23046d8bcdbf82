import { db, type Tx } from "@/lib/db";
import { signedCounter, takeChallenge } from "./passkeys";
import { RECOVERY_CODES, type Role } from "./rules";
import type { ShownFactor, SignedPasskey } from "./schema";
import { hashSecret, oneTimePassword } from "./secrets";
import { stepOfCode } from "./totp";

export type FactorProof = "totp" | "passkey" | "recovery";
export type HeldFactor = { id: string; kind: "totp" | "passkey"; name: string; createdAt: Date; lastUsedAt: Date | null };

/** The second factors of an officer, the oldest first, and how many recovery codes are left. */
export async function heldFactors(officerId: string): Promise<{ factors: HeldFactor[]; recoveryCodes: number }> {
  const [factors, recoveryCodes] = await Promise.all([
    db.secondFactor.findMany({
      where: { officerId },
      select: { id: true, kind: true, name: true, createdAt: true, lastUsedAt: true },
      orderBy: { id: "asc" },
    }),
    db.recoveryCode.count({ where: { officerId, usedAt: null } }),
  ]);
  return { factors, recoveryCodes };
}

/** The roles in which nobody works without a second factor. */
export async function rolesWithFactor(): Promise<Role[]> {
  return (await db.factorRule.findMany({ select: { role: true } })).map(({ role }) => role);
}

/**
 * Uses what an officer shows, which then proves nothing any more: a code is taken once, and a passkey signs what was asked in this
 * session, once. Resolves to what it was, or null when it proves nothing.
 */
export async function spendFactor(officer: { id: string; sessionId: string }, shown: ShownFactor, at: Date): Promise<FactorProof | null> {
  if ("passkey" in shown) return (await spendPasskey(officer, shown.passkey, at)) ? "passkey" : null;
  const code = shown.code.replace(/[\s-]/g, "").toLowerCase();
  if (/^\d{6}$/.test(code)) return (await spendTotp(officer.id, code, at)) ? "totp" : null;
  const { count } = await db.recoveryCode.updateMany({
    where: { officerId: officer.id, codeHash: hashSecret(code), usedAt: null },
    data: { usedAt: at },
  });
  return count === 1 ? "recovery" : null;
}

/** Puts other recovery codes in place of all that an officer had, and returns them, once. */
export async function replaceRecoveryCodes(tx: Tx, officerId: string): Promise<string[]> {
  const codes = Array.from({ length: RECOVERY_CODES }, oneTimePassword);
  await tx.recoveryCode.deleteMany({ where: { officerId } });
  await tx.recoveryCode.createMany({ data: codes.map((code) => ({ officerId, codeHash: hashSecret(code) })) });
  return codes;
}

async function spendTotp(officerId: string, code: string, at: Date): Promise<boolean> {
  const apps = await db.secondFactor.findMany({ where: { officerId, kind: "totp" }, select: { id: true, sealedSecret: true } });
  for (const { id, sealedSecret } of apps) {
    const step = sealedSecret && stepOfCode(sealedSecret, code, at);
    if (!step) continue;
    const { count } = await db.secondFactor.updateMany({
      where: { id, OR: [{ lastStep: null }, { lastStep: { lt: step } }] },
      data: { lastStep: step, lastUsedAt: at },
    });
    if (count === 1) return true;
  }
  return false;
}

async function spendPasskey(officer: { id: string; sessionId: string }, response: SignedPasskey, at: Date): Promise<boolean> {
  const challenge = await takeChallenge(officer.sessionId, at);
  const kept = await db.secondFactor.findFirst({ where: { officerId: officer.id, kind: "passkey", credentialId: response.id } });
  if (!challenge || !kept?.credentialId || !kept.publicKey) return false;
  const { id, credentialId, publicKey, counter } = kept;
  const signed = await signedCounter(response, challenge, { id, credentialId, publicKey, counter });
  if (signed === null) return false;
  const { count } = await db.secondFactor.updateMany({ where: { id, counter }, data: { counter: signed, lastUsedAt: at } });
  return count === 1;
}
