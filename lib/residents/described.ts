import type { Tx } from "@/lib/db";
import type { ActingOfficer } from "@/lib/officers/scope";

/** Writes what the desk says of a resident, inside a verb that records it; returns where the resident writes, or null outside the scope. */
export async function described(
  tx: Tx,
  residentId: string,
  data: { remark: string | null } | { tags: string[] },
  { scope }: ActingOfficer,
): Promise<{ accountId: string; threadId?: string } | null> {
  const where = { id: residentId, accountId: { in: [...scope.accountIds] } };
  const [resident] = await tx.resident.updateManyAndReturn({ where, data, select: { accountId: true } });
  if (!resident) return null;
  const thread = await tx.thread.findUnique({ where: { residentId }, select: { id: true } });
  return { ...resident, ...(thread && { threadId: thread.id }) };
}
