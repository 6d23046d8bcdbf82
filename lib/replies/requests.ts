import type { Tx } from "@/lib/db";
import { Refusal } from "@/lib/refusal";

/** An Idempotency-Key of one API token and the hash of what was asked under it. */
export type Request = { apiTokenId: string; key: string; requestHash: string };

/**
 * Keeps a request with the reply it makes. Returns the id of the reply it made before, or null when it is new.
 * A twin that is in work at the same moment waits here for the first to commit.
 * @throws Refusal idempotencyKeyReused when the key came with another body
 */
export async function keepRequest(tx: Tx, request: Request, replyId: string, at: Date): Promise<string | null> {
  const { count } = await tx.apiRequest.createMany({ data: [{ ...request, replyId, createdAt: at }], skipDuplicates: true });
  if (count === 1) return null;
  const { apiTokenId, key } = request;
  const kept = await tx.apiRequest.findUniqueOrThrow({ where: { apiTokenId_key: { apiTokenId, key } } });
  if (kept.requestHash !== request.requestHash) throw new Refusal("idempotencyKeyReused");
  return kept.replyId;
}
