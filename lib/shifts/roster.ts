import type { Tx } from "@/lib/db";
import type { Scope } from "@/lib/officers/scope";
import { Refusal } from "@/lib/refusal";
import type { Shift } from "@/prisma/generated/client";

/**
 * The account, held until the transaction ends: whoever changes its roster waits, residents' messages don't. With the zone of its clock.
 * @throws Refusal accountNotFound
 */
export async function lockRoster(tx: Tx, accountId: string, scope: Scope): Promise<{ timeZone: string }> {
  const [account] = await tx.$queryRaw<{ timeZone: string }[]>`
    SELECT "timeZone" FROM "OfficialAccount" WHERE id = ${accountId}::uuid AND id = ANY(${[...scope.accountIds]}::uuid[]) FOR NO KEY UPDATE`;
  if (!account) throw new Refusal("accountNotFound");
  return account;
}

/**
 * A shift that stands in the roster, its account held.
 * @throws Refusal shiftNotFound
 */
export async function lockShift(tx: Tx, shiftId: string, scope: Scope): Promise<Shift> {
  const within = { id: shiftId, accountId: { in: [...scope.accountIds] }, cancelledAt: null };
  const known = await tx.shift.findFirst({ where: within, select: { accountId: true } });
  if (!known) throw new Refusal("shiftNotFound");
  await lockRoster(tx, known.accountId, scope);
  const shift = await tx.shift.findFirst({ where: within });
  if (!shift) throw new Refusal("shiftNotFound");
  return shift;
}

/**
 * Nobody is on two shifts of an account at once: asked of shifts that have just been written, while the account is held.
 * @throws Refusal shiftOverlaps
 */
export async function refuseOverlaps(tx: Tx, shiftIds: readonly string[]): Promise<void> {
  const [double] = await tx.$queryRaw<{ name: string }[]>`
    SELECT officer.name FROM "Shift" one
    JOIN "Shift" other ON other."officerId" = one."officerId" AND other."accountId" = one."accountId" AND other.id <> one.id
      AND other."cancelledAt" IS NULL AND other."startsAt" < one."endsAt" AND other."endsAt" > one."startsAt"
    JOIN "Officer" officer ON officer.id = one."officerId"
    WHERE one.id = ANY(${[...shiftIds]}::uuid[]) AND one."cancelledAt" IS NULL LIMIT 1`;
  if (double) throw new Refusal("shiftOverlaps", { name: double.name });
}

/** Nobody waits for an answer about a shift that has changed hands or is gone: what was asked about it is declined. */
export async function endSwapsOf(tx: Tx, shiftIds: readonly string[], officerId: string, at: Date): Promise<void> {
  await tx.shiftSwap.updateMany({
    where: { OR: [{ shiftId: { in: [...shiftIds] } }, { otherShiftId: { in: [...shiftIds] } }], answeredAt: null },
    data: { answeredAt: at, answeredById: officerId, accepted: false },
  });
}
