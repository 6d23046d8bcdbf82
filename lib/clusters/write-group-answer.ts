import { v7 as uuid } from "uuid";
import { db, type Tx } from "@/lib/db";
import { removeSentGroupDraft } from "@/lib/drafts/sending";
import { record } from "@/lib/events/record";
import type { ActingOfficer } from "@/lib/officers/scope";
import { isDanger } from "@/lib/questions/rules";
import { Refusal } from "@/lib/refusal";
import { keepRequest, type Request } from "@/lib/replies/requests";
import { termsOf } from "@/lib/sla/queries";
import { UNDO_SECONDS } from "@/lib/sla/rules";
import { earliestLimit } from "@/lib/sla/terms";
import { now } from "@/lib/time/clock";
import { after, SECOND } from "@/lib/time/rules";
import { keepAccepted } from "./lessons";
import { lockClusters } from "./membership";
import { standsIn } from "./merged";
import { type GroupPlan, planIn } from "./plan";
import type { GroupText, WriteGroupAnswer } from "./schema";

export type WrittenGroupAnswer = { id: string; sendAfter: Date } & Pick<GroupPlan, "reached" | "held" | "unreachable" | "approvalNeeded">;

/**
 * 统一答复: one text for exactly the members that the officer saw, each in a thread of its own. Who wrote something new meanwhile is
 * held back, who cannot be written to is kept as such; the worker sends it to the others after five seconds, from fifty recipients
 * on once a colleague has approved it.
 * @throws Refusal clusterNotFound, clusterMoved when it is being merged this very moment, answerUnderway while another officer's answer to one of them is being sent, nobodyReached,
 * variableUnknown, namesMembers, replyEmpty, replyTooLong, promiseNotAllowed, idempotencyKeyReused
 */
export async function writeGroupAnswer(input: WriteGroupAnswer, officer: ActingOfficer, at = now()): Promise<WrittenGroupAnswer> {
  return db.$transaction(async (tx) => {
    const { id: clusterId } = await takeCluster(tx, input.clusterId, officer);
    const earlier = await findWritten(tx, input.groupAnswerId);
    if (earlier) {
      const same =
        earlier.officerId === officer.id &&
        [input.clusterId, clusterId].includes(earlier.clusterId) &&
        earlier.text === input.answer.text.trim();
      if (!same) throw new Refusal("idempotencyKeyReused");
      return earlier.written;
    }
    const written = await write(tx, { ...input, clusterId }, officer, { at, undo: UNDO_SECONDS });
    await keepAccepted(tx, written.id, officer.id, at);
    return written;
  });
}

/**
 * The same from a program, to every open member of the cluster as it was at `clusterVersion`; it goes out at once, unless it has to be approved.
 * @param request recognises the same answer when it is asked for again
 * @throws Refusal clusterMoved when its members have changed since; else as above
 */
export async function writeProgramAnswer(
  input: { clusterId: string; clusterVersion: number; text: string },
  program: ActingOfficer,
  request: Request | null,
  at = now(),
): Promise<WrittenGroupAnswer> {
  return db.$transaction(async (tx) => {
    const groupAnswerId = uuid();
    const known = request && (await keepRequest(tx, request, groupAnswerId, at));
    const earlier = known && (await findWritten(tx, known));
    if (earlier) return earlier.written;
    const cluster = await takeCluster(tx, input.clusterId, program);
    if (cluster.version !== input.clusterVersion) throw new Refusal("clusterMoved", { version: cluster.version });
    const open = await tx.question.findMany({
      where: { clusterId: cluster.id, answeredAt: null, closedAt: null },
      select: { id: true, thread: { select: { version: true } } },
    });
    const members = open.map(({ id, thread }) => ({ questionId: id, threadVersion: thread.version }));
    const answer: GroupText = { kind: "answer", text: input.text };
    return write(tx, { ...input, clusterId: cluster.id, groupAnswerId, members, answer }, program, { at, undo: 0 });
  });
}

async function write(tx: Tx, input: WriteGroupAnswer, officer: ActingOfficer, { at, undo }: { at: Date; undo: number }) {
  const { answer, clusterId, clusterVersion, groupAnswerId } = input;
  if (answer.kind === "interim") await refusePromise(tx, input, answer.promisedAt, at);
  await refuseWhileUnderway(
    tx,
    input.members.map(({ questionId }) => questionId),
  );
  const plan = await planIn(tx, input, officer, at);
  if (plan.reached === 0) throw new Refusal("nobodyReached");
  const sendAfter = after(at, undo * SECOND);
  const cluster = await tx.cluster.findUniqueOrThrow({ where: { id: clusterId }, select: { accountId: true } });
  await tx.groupAnswer.create({
    data: {
      ...{ id: groupAnswerId, accountId: cluster.accountId, clusterId, clusterVersion, officerId: officer.id },
      ...{ kind: answer.kind, text: answer.text.trim(), writtenAt: at, sendAfter },
      ...(answer.kind === "interim" ? { promisedUnit: answer.unit, promisedAt: answer.promisedAt } : {}),
      ...{ recipients: plan.reached, approvalNeeded: plan.approvalNeeded },
    },
  });
  await tx.groupAnswerMember.createMany({
    data: plan.members.map(({ questionId, threadId, threadVersion, state, why }) => ({
      ...{ groupAnswerId, questionId, threadId, threadVersion, state, why, changedAt: at },
    })),
  });
  await removeSentGroupDraft(tx, { id: groupAnswerId, officerId: officer.id });
  const { reached, held, unreachable, approvalNeeded } = plan;
  await record(
    tx,
    {
      type: "groupAnswer.written",
      accountId: cluster.accountId,
      officerId: officer.id,
      facts: { clusterId, groupAnswerId, kind: answer.kind, reached, held, unreachable, approvalNeeded },
    },
    at,
  );
  return { id: groupAnswerId, sendAfter, reached, held, unreachable, approvalNeeded };
}

/** What is promised to all lies within what each of them may be promised. */
async function refusePromise(tx: Tx, { clusterId, members }: WriteGroupAnswer, promisedAt: Date, at: Date) {
  const { accountId } = await tx.cluster.findUniqueOrThrow({ where: { id: clusterId }, select: { accountId: true } });
  const asked = await tx.question.findMany({ where: { id: { in: members.map(({ questionId }) => questionId) }, accountId } });
  const kinds = asked.map((question) => ({ kind: question.kind, urgent: isDanger(question) }));
  if (promisedAt <= at || promisedAt > earliestLimit(await termsOf(tx, accountId, at), kinds, at)) throw new Refusal("promiseNotAllowed");
}

/** Two officers who answer one cluster stand in line here, also where one of them saw it before it was merged into the other's. */
async function takeCluster(tx: Tx, clusterId: string, officer: ActingOfficer) {
  const id = await standsIn(tx, clusterId);
  const cluster = (await lockClusters(tx, [id])).get(id);
  if (!cluster || !officer.scope.accountIds.includes(cluster.accountId)) throw new Refusal("clusterNotFound");
  if (cluster.mergedIntoId !== null) throw new Refusal("clusterMoved", { version: cluster.version });
  return cluster;
}

async function refuseWhileUnderway(tx: Tx, questionIds: string[]): Promise<void> {
  const underway = await tx.groupAnswerMember.findMany({
    where: {
      questionId: { in: questionIds },
      groupAnswer: { withdrawnAt: null },
      OR: [{ state: "waiting" }, { reply: { status: { in: ["queued", "sending"] } } }],
    },
    select: { groupAnswer: { select: { id: true, officer: { select: { name: true } } } } },
  });
  const [first] = underway;
  if (first) throw new Refusal("answerUnderway", { officer: first.groupAnswer.officer.name, members: underway.length });
}

type Written = { officerId: string; clusterId: string; text: string; written: WrittenGroupAnswer };

async function findWritten(tx: Tx, id: string): Promise<Written | null> {
  const answer = await tx.groupAnswer.findUnique({ where: { id } });
  if (!answer) return null;
  const counted = await tx.groupAnswerMember.groupBy({ by: ["why"], where: { groupAnswerId: id, late: false }, _count: true });
  const count = (whys: (string | null)[]) => counted.filter(({ why }) => whys.includes(why)).reduce((sum, { _count }) => sum + _count, 0);
  const unreachable = count(["windowClosed", "windowSpent", "unfollowed"]);
  const members = counted.reduce((sum, { _count }) => sum + _count, 0);
  const { recipients: reached, approvalNeeded, sendAfter, officerId, clusterId, text } = answer;
  return {
    officerId,
    clusterId,
    text,
    written: { id, sendAfter, reached, held: members - reached - unreachable, unreachable, approvalNeeded },
  };
}
