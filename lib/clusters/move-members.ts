import { db } from "@/lib/db";
import { record } from "@/lib/events/record";
import type { ActingOfficer } from "@/lib/officers/scope";
import { Refusal } from "@/lib/refusal";
import { now } from "@/lib/time/clock";
import { keepChange, lessonsAgainst, lockAccount, lockMembers, moveMembers, openCluster } from "./membership";
import type { ClusterChanged } from "./remove-members";
import type { MoveMembers } from "./schema";

/**
 * 归入: puts questions into a cluster of their account, from another one or from none; with `toId` null into one of their own.
 * @throws Refusal clusterNotFound, questionNotFound (also when they are of several accounts)
 */
export async function moveMembersTo(input: MoveMembers, officer: ActingOfficer, at = now()): Promise<ClusterChanged> {
  return db.$transaction(async (tx) => {
    const among = { accountId: { in: [...officer.scope.accountIds] } };
    const given = input.toId === null ? null : await tx.cluster.findFirst({ where: { id: input.toId, ...among } });
    if (input.toId !== null && !given) throw new Refusal("clusterNotFound");
    const first = await tx.question.findFirst({ where: { id: input.questionIds[0] ?? "", ...among }, select: { accountId: true } });
    const accountId = given?.accountId ?? first?.accountId;
    if (accountId === undefined) throw new Refusal("questionNotFound");
    await lockAccount(tx, accountId);
    const members = [...(await lockMembers(tx, [accountId], input.questionIds)).values()];
    if (members.length !== new Set(input.questionIds).size) throw new Refusal("questionNotFound");
    const cluster = { id: given?.id ?? (await openCluster(tx, accountId, { place: "", matter: "" }, at)) };
    const moving = members.filter(({ clusterId }) => clusterId !== cluster.id);
    const together =
      input.toId === null ? members.slice(1).map(({ id }) => ({ oneId: id, otherId: members[0]?.id ?? id, same: true })) : [];
    const lessons = [...together, ...(await lessonsAgainst(tx, moving, cluster.id, true))];
    for (const fromId of new Set(moving.flatMap(({ clusterId }) => clusterId ?? []))) {
      const own = moving.filter(({ clusterId }) => clusterId === fromId);
      lessons.push(...(await lessonsAgainst(tx, own, fromId, false)));
    }
    const moves = await moveMembers(tx, members, cluster.id, officer, at);
    const changeId = await keepChange(tx, { accountId, clusterId: cluster.id, kind: "moved", moves, lessons }, officer, at);
    const [fromId = null] = moving.flatMap(({ clusterId }) => clusterId ?? []);
    const facts = { clusterId: cluster.id, fromId, members: moving.length };
    await record(tx, { type: "cluster.membersMoved", accountId, officerId: officer.id, facts }, at);
    return { clusterId: cluster.id, changeId };
  });
}
