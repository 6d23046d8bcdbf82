import { db, type Tx } from "@/lib/db";
import { moveGroupDrafts } from "@/lib/drafts/sending";
import { record } from "@/lib/events/record";
import type { ActingOfficer } from "@/lib/officers/scope";
import { Refusal } from "@/lib/refusal";
import { now } from "@/lib/time/clock";
import { keepChange, lessonsAgainst, lockAccount, lockClusters, lockMembers, moveMembers } from "./membership";
import type { ClusterChanged } from "./remove-members";
import type { MergeClusters } from "./schema";

/**
 * 并入: puts all of a cluster into another one of its account; from then on nobody joins the first.
 * @throws Refusal clusterNotFound when one of them is not there, or was merged already
 */
export async function mergeClusters(input: MergeClusters, officer: ActingOfficer, at = now()): Promise<ClusterChanged> {
  return db.$transaction(async (tx) => {
    const accountId = await accountOf(tx, input, officer);
    await lockAccount(tx, accountId);
    const ids = await tx.question.findMany({ where: { clusterId: input.fromId }, select: { id: true } });
    const held = await lockMembers(
      tx,
      [accountId],
      ids.map(({ id }) => id),
    );
    const members = [...held.values()].filter(({ clusterId }) => clusterId === input.fromId);
    await lockClusters(tx, [input.fromId, input.intoId]);
    const lessons = await lessonsAgainst(tx, members.slice(0, 3), input.intoId, true);
    const moves = await moveMembers(tx, members, input.intoId, officer, at);
    const merged = await tx.cluster.updateMany({ where: { id: input.fromId, mergedIntoId: null }, data: { mergedIntoId: input.intoId } });
    if (merged.count === 0) throw new Refusal("clusterNotFound");
    await moveGroupDrafts(tx, input.fromId, input.intoId);
    const changeId = await keepChange(tx, { accountId, clusterId: input.fromId, kind: "merged", moves, lessons }, officer, at);
    const facts = { clusterId: input.intoId, fromId: input.fromId, members: members.length };
    await record(tx, { type: "cluster.merged", accountId, officerId: officer.id, facts }, at);
    return { clusterId: input.intoId, changeId };
  });
}

async function accountOf(tx: Tx, { fromId, intoId }: MergeClusters, officer: ActingOfficer): Promise<string> {
  const accountId = { in: [...officer.scope.accountIds] };
  const [one, other] = await tx.cluster.findMany({ where: { id: { in: [fromId, intoId] }, accountId, mergedIntoId: null } });
  if (!one || !other || one.accountId !== other.accountId) throw new Refusal("clusterNotFound");
  return one.accountId;
}
