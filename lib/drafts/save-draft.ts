import { db, type Tx } from "@/lib/db";
import { record } from "@/lib/events/record";
import type { ActingOfficer } from "@/lib/officers/scope";
import { Refusal } from "@/lib/refusal";
import { now } from "@/lib/time/clock";
import { asSaved, type SavedDraft } from "./queries";
import { firstRevision } from "./revisions";
import type { SaveDraft } from "./schema";

/**
 * Keeps what an officer is writing. Only the first save leaves an event. The same words twice are saved once. Null when the reply
 * under whose id they are written has been handed over already.
 * @throws Refusal draftMoved when it has been saved, sent or discarded from elsewhere since, threadNotFound
 */
export async function saveDraft(input: SaveDraft, officer: ActingOfficer, at = now()): Promise<SavedDraft | null> {
  return db.$transaction(async (tx) => {
    const key = { officerId: officer.id, threadId: input.threadId };
    const thread = { accountId: { in: [...officer.scope.accountIds] } };
    const said = saidIn(input, at);
    // A first save that was held up is known by the reply's id, a later one by its number.
    const own =
      input.revision === 0
        ? { replyId: input.replyId }
        : { revision: { in: input.hasOneUnderway ? [input.revision, input.revision + 1] : [input.revision] } };
    const [saved] = await tx.draft.updateManyAndReturn({
      where: { ...key, ...own, thread },
      data: { ...said, revision: { increment: 1 } },
    });
    if (saved) return asSaved(saved);

    const other = await tx.draft.findFirst({ where: { ...key, thread } });
    if (other && isSame(other, input)) return asSaved(other);
    if (other || input.revision > 0) throw new Refusal("draftMoved");
    return begin(tx, input, officer, at);
  });
}

async function begin(tx: Tx, input: SaveDraft, officer: ActingOfficer, at: Date): Promise<SavedDraft | null> {
  // The lock waits for a reply that is being queued at this moment: it takes its draft away with it.
  const [thread] = await tx.$queryRaw<{ accountId: string }[]>`
    SELECT "accountId" FROM "Thread" WHERE id = ${input.threadId}::uuid AND "accountId" = ANY (${[...officer.scope.accountIds]}::uuid[]) FOR SHARE`;
  if (!thread) throw new Refusal("threadNotFound");
  if ((await tx.reply.count({ where: { id: input.replyId } })) > 0) return null;
  const key = { officerId: officer.id, threadId: input.threadId };
  const data = { ...key, ...saidIn(input, at), revision: firstRevision() };
  const [begun] = await tx.draft.createManyAndReturn({ data, skipDuplicates: true });
  if (!begun) throw new Refusal("draftMoved");
  await record(tx, { type: "draft.begun", accountId: thread.accountId, threadId: input.threadId, officerId: officer.id }, at);
  return asSaved(begun);
}

function saidIn({ kind, text, unit, promisedAt, seen, replyId }: SaveDraft, savedAt: Date) {
  return { kind, text, unit, promisedAt, seenVersion: seen.version, seenSeq: BigInt(seen.seq), replyId, savedAt };
}

function isSame(draft: { kind: string; text: string; unit: string; promisedAt: string; replyId: string }, input: SaveDraft): boolean {
  return (["kind", "text", "unit", "promisedAt", "replyId"] as const).every((field) => draft[field] === input[field]);
}
