import { db } from "@/lib/db";
import { record } from "@/lib/events/record";
import type { ActingOfficer } from "@/lib/officers/scope";
import { Refusal } from "@/lib/refusal";
import { now } from "@/lib/time/clock";
import { keepChange, lessonsAgainst, lockMembers, moveMembers } from "./membership";
import type { ClusterChanged } from "./remove-members";
import type { MoveMembers } from "./schema";

/**
 * 归入: puts questions into a cluster of their account, from another one or from none.
 * @throws Refusal clusterNotFound, questionNotFound
 */
export async function moveMembersTo(input: MoveMembers, officer: ActingOfficer, at = now()): Promise<ClusterChanged> {
  return db.$transaction(async (tx) => {
    const cluster = await tx.cluster.findFirst({ where: { id: input.toId, accountId: { in: [...officer.scope.accountIds] } } });
    if (!cluster) throw new Refusal("clusterNotFound");
    const members = [...(await lockMembers(tx, [cluster.accountId], input.questionIds)).values()];
    if (members.length !== new Set(input.questionIds).size) throw new Refusal("questionNotFound");
    const moving = members.filter(({ clusterId }) => clusterId !== cluster.id);
    const lessons = await lessonsAgainst(tx, moving, cluster.id, true);
    for (const fromId of new Set(moving.flatMap(({ clusterId }) => clusterId ?? []))) {
      const own = moving.filter(({ clusterId }) => clusterId === fromId);
      lessons.push(...(await lessonsAgainst(tx, own, fromId, false)));
    }
    const moves = await moveMembers(tx, members, cluster.id, officer, at);
    const { accountId } = cluster;
    const changeId = await keepChange(tx, { accountId, clusterId: cluster.id, kind: "moved", moves, lessons }, officer, at);
    const [fromId = null] = moving.flatMap(({ clusterId }) => clusterId ?? []);
    const facts = { clusterId: cluster.id, fromId, members: moving.length };
    await record(tx, { type: "cluster.membersMoved", accountId, officerId: officer.id, facts }, at);
    return { clusterId: cluster.id, changeId };
  });
}
