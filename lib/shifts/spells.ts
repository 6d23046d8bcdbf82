import type { Tx } from "@/lib/db";
import { Prisma } from "@/prisma/generated/client";

/** Whether an `officer` still works at the account of a `spell` at an instant. */
export function works(at: Date): Prisma.Sql {
  return Prisma.sql`(officer."deactivatedAt" IS NULL OR officer."deactivatedAt" > ${at}) AND (officer."allAccounts" OR EXISTS (
    SELECT 1 FROM "OfficerAccount" reach WHERE reach."officerId" = officer.id AND reach."accountId" = spell."accountId"))`;
}

/** Whoever signed on for a shift that is theirs no more is signed off. */
export async function endSpellsOf(tx: Tx, shiftIds: readonly string[], at: Date): Promise<void> {
  await tx.dutySpell.updateMany({ where: { shiftId: { in: [...shiftIds] }, signedOffAt: null }, data: { signedOffAt: at } });
}
