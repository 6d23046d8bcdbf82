import { db } from "@/lib/db";
import { record } from "@/lib/events/record";
import type { ActingOfficer } from "@/lib/officers/scope";
import { openQuestionOf } from "@/lib/questions/refuse";
import { Refusal } from "@/lib/refusal";
import { now } from "@/lib/time/clock";
import { keepChange, lockAccount, lockMembers, moveMembers, openCluster } from "./membership";
import type { ClusterChanged } from "./remove-members";
import type { TakeMember } from "./schema";

/**
 * 单独答复: this officer answers one member alone; the others stay together. It teaches nothing: the matter may well be the same.
 * @throws Refusal alreadyClaimed by a colleague, questionNotOpen, questionNotFound
 */
export async function takeMember(input: TakeMember, officer: ActingOfficer, at = now()): Promise<ClusterChanged> {
  return db.$transaction(async (tx) => {
    const { accountId } = await openQuestionOf(tx, input.questionId, officer.scope);
    await lockAccount(tx, accountId);
    const member = (await lockMembers(tx, officer.scope.accountIds, [input.questionId])).get(input.questionId);
    const question = await openQuestionOf(tx, input.questionId, officer.scope);
    if (!member || (question.assignedToId !== null && question.assignedToId !== officer.id)) throw new Refusal("alreadyClaimed");
    const { threadId, clusterId: fromId } = member;
    const toId = await openCluster(tx, accountId, { place: "", matter: "" }, at);
    const moves = await moveMembers(tx, [member], toId, officer, at);
    await tx.question.update({ where: { id: member.id }, data: { assignedToId: officer.id, assignedAt: at }, select: { id: true } });
    const changeId = await keepChange(tx, { accountId, clusterId: toId, kind: "taken", moves, lessons: [] }, officer, at);
    const facts = { clusterId: toId, fromId };
    await record(tx, { type: "cluster.memberTaken", accountId, threadId, questionId: member.id, officerId: officer.id, facts }, at);
    return { clusterId: toId, changeId };
  });
}
