import { db } from "@/lib/db";
import { record } from "@/lib/events/record";
import type { ActingOfficer } from "@/lib/officers/scope";
import { Refusal } from "@/lib/refusal";
import { now } from "@/lib/time/clock";
import { keepChange, lessonsAgainst, lockAccount, lockMembers, moveMembers, openCluster } from "./membership";
import type { RemoveMembers } from "./schema";

/** `clusterId`: where the questions stand now; `changeId` takes it back. */
export type ClusterChanged = { clusterId: string; changeId: string };

/**
 * 不是同一事项: takes questions out of a cluster, together: one stands alone from now on, several are a cluster of their own.
 * @throws Refusal clusterMoved when one of them is not there any more, clusterNotFound
 */
export async function removeMembers(input: RemoveMembers, officer: ActingOfficer, at = now()): Promise<ClusterChanged> {
  return db.$transaction(async (tx) => {
    const cluster = await tx.cluster.findFirst({ where: { id: input.clusterId, accountId: { in: [...officer.scope.accountIds] } } });
    if (!cluster) throw new Refusal("clusterNotFound");
    await lockAccount(tx, cluster.accountId);
    const members = [...(await lockMembers(tx, [cluster.accountId], input.questionIds)).values()];
    const all = members.length === new Set(input.questionIds).size && members.every(({ clusterId }) => clusterId === cluster.id);
    if (!all) throw new Refusal("clusterMoved", { version: cluster.version });

    const apart = await lessonsAgainst(tx, members, cluster.id, false);
    const together = members.slice(1).map(({ id }) => ({ oneId: id, otherId: members[0]?.id ?? id, same: true }));
    const { accountId } = cluster;
    const toId = await openCluster(tx, accountId, { place: "", matter: "" }, at);
    const moves = await moveMembers(tx, members, toId, officer, at);
    const changeId = await keepChange(
      tx,
      { accountId, clusterId: cluster.id, kind: "removed", moves, lessons: [...apart, ...together] },
      officer,
      at,
    );
    const facts = { clusterId: cluster.id, toId, members: members.length };
    await record(tx, { type: "cluster.membersRemoved", accountId, officerId: officer.id, facts }, at);
    return { clusterId: toId, changeId };
  });
}
