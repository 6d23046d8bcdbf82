import { v7 as uuid } from "uuid";
import type { Tx } from "@/lib/db";
import { asSaved, type SavedDraft } from "./queries";
import { firstRevision } from "./revisions";
import { wallClock } from "./rules";

type SentReply = { id: string; officerId: string; threadId: string };
type WithdrawnReply = { kind: "answer" | "ask" | "interim"; text: string; promisedUnit: string | null; promisedAt: Date | null };

/** Takes the draft of a reply away in the transaction that hands the reply over. What its officer has begun anew since stays. */
export async function removeSentDraft(tx: Tx, { id, officerId, threadId }: SentReply): Promise<void> {
  await tx.draft.deleteMany({ where: { officerId, threadId, replyId: id } });
}

/**
 * Puts the words of a reply that was taken back where the officer writes, unless the officer has begun something else there.
 * `seen`: how far the thread was known to the reply.
 */
export async function restoreDraft(
  tx: Tx,
  key: { officerId: string; threadId: string },
  { kind, text, promisedUnit, promisedAt }: WithdrawnReply,
  seen: { version: number; seq: bigint },
  at: Date,
): Promise<SavedDraft | null> {
  const words = { kind, text, unit: promisedUnit ?? "", promisedAt: promisedAt ? wallClock(promisedAt) : "" };
  const data = { ...key, ...words, seenVersion: seen.version, seenSeq: seen.seq, replyId: uuid(), revision: firstRevision(), savedAt: at };
  const [restored] = await tx.draft.createManyAndReturn({ data, skipDuplicates: true });
  return restored ? asSaved(restored) : null;
}
