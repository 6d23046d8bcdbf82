import { v7 as uuid } from "uuid";
import type { Tx } from "@/lib/db";
import { wallClock } from "@/lib/time/zones";
import { asSaved, type SavedDraft } from "./queries";
import { firstRevision } from "./revisions";
import { MAX_DRAFT_LENGTH } from "./rules";

type SentReply = { id: string; officerId: string; threadId: string };
type WithdrawnReply = {
  kind: "answer" | "ask" | "interim";
  text: string;
  promisedUnit: string | null;
  promisedAt: Date | null;
  timeZone: string;
};

/** Takes the draft of a reply away in the transaction that hands the reply over. What its officer has begun anew since stays. */
export async function removeSentDraft(tx: Tx, { id, officerId, threadId }: SentReply): Promise<void> {
  await tx.draft.deleteMany({ where: { officerId, threadId, replyId: id } });
}

/**
 * Puts the words of a reply that was taken back where the officer writes, unless the officer has begun something else there.
 * `seen`: how far the thread was known to the reply; `timeZone`: of its account.
 */
export async function restoreDraft(
  tx: Tx,
  key: { officerId: string; threadId: string },
  { kind, text, promisedUnit, promisedAt, timeZone }: WithdrawnReply,
  seen: { version: number; seq: bigint },
  at: Date,
): Promise<SavedDraft | null> {
  const words = { kind, text, unit: promisedUnit ?? "", promisedAt: promisedAt ? wallClock(promisedAt, timeZone) : "" };
  const data = { ...key, ...words, seenVersion: seen.version, seenSeq: seen.seq, replyId: uuid(), revision: firstRevision(), savedAt: at };
  const [restored] = await tx.draft.createManyAndReturn({ data, skipDuplicates: true });
  return restored ? asSaved(restored) : null;
}

/** Takes the draft of a group answer away in the transaction that writes the answer. What its officer has begun anew since stays. */
export async function removeSentGroupDraft(tx: Tx, { id, officerId }: Omit<SentReply, "threadId">): Promise<void> {
  await tx.groupDraft.deleteMany({ where: { officerId, groupAnswerId: id } });
}

/** Lets what officers are writing to a group go along when the group goes into another one: below what they were writing there. */
export async function moveGroupDrafts(tx: Tx, fromId: string, intoId: string): Promise<void> {
  const joined = await tx.$queryRaw<{ officerId: string }[]>`
    UPDATE "GroupDraft" d SET text = concat_ws(E'\n', NULLIF(d.text, ''), NULLIF(f.text, '')), revision = d.revision + 1 FROM "GroupDraft" f
    WHERE d."clusterId" = ${intoId}::uuid AND f."clusterId" = ${fromId}::uuid AND f."officerId" = d."officerId"
    AND length(d.text) + length(f.text) < ${MAX_DRAFT_LENGTH} RETURNING d."officerId"`;
  await tx.groupDraft.deleteMany({ where: { clusterId: fromId, officerId: { in: joined.map(({ officerId }) => officerId) } } });
  await tx.$executeRaw`
    UPDATE "GroupDraft" d SET "clusterId" = ${intoId}::uuid WHERE d."clusterId" = ${fromId}::uuid
    AND NOT EXISTS (SELECT 1 FROM "GroupDraft" o WHERE o."clusterId" = ${intoId}::uuid AND o."officerId" = d."officerId")`;
}
