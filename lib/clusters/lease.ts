import { db, type Tx } from "@/lib/db";
import { now } from "@/lib/time/clock";
import { after, SECOND } from "@/lib/time/rules";

/** A worker that is silent for so long has lost the account's groups to another one. */
const GROUPING_LEASE_SECONDS = 15;

/**
 * Takes or keeps an account's grouping for a worker. A heartbeat, not an act: it leaves no trace in the events.
 * @returns whether the worker holds it now, and whether it did before
 */
export async function holdGrouping(accountId: string, holderId: string, at = now()): Promise<{ held: boolean; fresh: boolean }> {
  const leaseUntil = after(at, GROUPING_LEASE_SECONDS * SECOND);
  const kept = await db.groupingLease.updateMany({ where: { accountId, holderId, leaseUntil: { gt: at } }, data: { leaseUntil } });
  if (kept.count === 1) return { held: true, fresh: false };
  const taken = await db.groupingLease.updateMany({ where: { accountId, leaseUntil: { lte: at } }, data: { holderId, leaseUntil } });
  if (taken.count === 1) return { held: true, fresh: true };
  const begun = await db.groupingLease.createMany({ data: [{ accountId, holderId, leaseUntil }], skipDuplicates: true });
  return { held: begun.count === 1, fresh: begun.count === 1 };
}

/** Lets the account's grouping go at once, so that the next worker need not wait for the lease to run out. */
export async function letGroupingGo(accountId: string, holderId: string): Promise<void> {
  await db.groupingLease.deleteMany({ where: { accountId, holderId } });
}

/** Whether the worker still holds it; nobody else can take it before this transaction has ended. */
export async function fenced(tx: Tx, accountId: string, holderId: string, at: Date): Promise<boolean> {
  const leaseUntil = after(at, GROUPING_LEASE_SECONDS * SECOND);
  const kept = await tx.groupingLease.updateMany({ where: { accountId, holderId, leaseUntil: { gt: at } }, data: { leaseUntil } });
  return kept.count === 1;
}
