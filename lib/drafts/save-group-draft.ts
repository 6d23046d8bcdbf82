import { db, type Tx } from "@/lib/db";
import { record } from "@/lib/events/record";
import type { ActingOfficer } from "@/lib/officers/scope";
import { Refusal } from "@/lib/refusal";
import { now } from "@/lib/time/clock";
import { asSavedGroup, type SavedGroupDraft } from "./queries";
import { firstRevision } from "./revisions";
import type { SaveGroupDraft } from "./schema";

/**
 * Keeps what an officer is writing to a group, to whom and whom not. Only the first save leaves an event. Null when the answer under
 * whose id it is written has been handed over already.
 * @throws Refusal draftMoved when it has been saved, sent or discarded from elsewhere since, clusterNotFound, also once it was merged
 */
export async function saveGroupDraft(input: SaveGroupDraft, officer: ActingOfficer, at = now()): Promise<SavedGroupDraft | null> {
  return db.$transaction(async (tx) => {
    const key = { officerId: officer.id, clusterId: input.clusterId };
    const cluster = { accountId: { in: [...officer.scope.accountIds] } };
    // A first save that was held up is known by the answer's id, a later one by its number.
    const own =
      input.revision === 0
        ? { groupAnswerId: input.replyId }
        : { revision: { in: input.hasOneUnderway ? [input.revision, input.revision + 1] : [input.revision] } };
    const [saved] = await tx.groupDraft.updateManyAndReturn({
      where: { ...key, ...own, cluster },
      data: { ...saidIn(input, at), revision: { increment: 1 } },
    });
    if (saved) return asSavedGroup(saved);

    const other = await tx.groupDraft.findFirst({ where: { ...key, cluster } });
    if (other && isSame(other, input)) return asSavedGroup(other);
    if (other || input.revision > 0) throw new Refusal("draftMoved");
    return begin(tx, input, officer, at);
  });
}

async function begin(tx: Tx, input: SaveGroupDraft, officer: ActingOfficer, at: Date): Promise<SavedGroupDraft | null> {
  // The lock waits for an answer that is being written at this moment, which takes its draft away, and for a merging, which moves it.
  const [cluster] = await tx.$queryRaw<{ accountId: string }[]>`
    SELECT "accountId" FROM "Cluster" WHERE id = ${input.clusterId}::uuid AND "mergedIntoId" IS NULL
    AND "accountId" = ANY (${[...officer.scope.accountIds]}::uuid[]) FOR SHARE`;
  if (!cluster) throw new Refusal("clusterNotFound");
  if ((await tx.groupAnswer.count({ where: { id: input.replyId } })) > 0) return null;
  const key = { officerId: officer.id, clusterId: input.clusterId };
  const data = { ...key, ...saidIn(input, at), revision: firstRevision() };
  const [begun] = await tx.groupDraft.createManyAndReturn({ data, skipDuplicates: true });
  if (!begun) throw new Refusal("draftMoved");
  const { accountId } = cluster;
  await record(tx, { type: "groupDraft.begun", accountId, officerId: officer.id, facts: { clusterId: input.clusterId } }, at);
  return asSavedGroup(begun);
}

function saidIn({ kind, text, unit, promisedAt, seen, replyId }: SaveGroupDraft, savedAt: Date) {
  return { kind, text, unit, promisedAt, seen, groupAnswerId: replyId, savedAt };
}

function isSame(draft: { kind: string; text: string; unit: string; promisedAt: string; groupAnswerId: string }, input: SaveGroupDraft) {
  const isSameText = (["kind", "text", "unit", "promisedAt"] as const).every((field) => draft[field] === input[field]);
  return isSameText && draft.groupAnswerId === input.replyId;
}
