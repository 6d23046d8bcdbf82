import type { Tx } from "@/lib/db";
import { Refusal } from "@/lib/refusal";
import type { Prisma } from "@/prisma/generated/client";
import { replaceRecoveryCodes } from "./factors";
import { MOST_FACTORS } from "./rules";
import { endSessions } from "./sessions";

type NewFactor = Omit<Prisma.SecondFactorUncheckedCreateInput, "officerId" | "createdAt">;

/**
 * Keeps a second factor and ends the officer's other sessions; recovery codes come with the first one, else none.
 * @throws Refusal tooMany
 */
export async function keepFactor(
  tx: Tx,
  officer: { id: string; sessionId: string },
  factor: NewFactor,
  at: Date,
): Promise<{ id: string; recoveryCodes: string[] }> {
  await lockOfficer(tx, officer.id);
  const held = await tx.secondFactor.count({ where: { officerId: officer.id } });
  if (held >= MOST_FACTORS) throw new Refusal("tooMany", { most: MOST_FACTORS });
  const { id } = await tx.secondFactor.create({ data: { ...factor, officerId: officer.id, createdAt: at }, select: { id: true } });
  await endSessions(tx, { officerId: officer.id, id: { not: officer.sessionId } }, at);
  return { id, recoveryCodes: held === 0 ? await replaceRecoveryCodes(tx, officer.id) : [] };
}

/** Who signs in meanwhile waits, and then meets what was changed. */
export async function lockOfficer(tx: Tx, officerId: string): Promise<void> {
  await tx.$queryRaw`SELECT id FROM "Officer" WHERE id = ${officerId}::uuid FOR UPDATE`;
}
