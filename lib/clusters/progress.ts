import { db } from "@/lib/db";
import type { Scope } from "@/lib/officers/scope";
import { markOf } from "@/lib/residents/rules";
import { now } from "@/lib/time/clock";
import { Prisma } from "@/prisma/generated/client";
import { familyOf } from "./merged";

/** How far one member has come: its own state, or its reply's once there is one. */
export type MemberProgress = "waiting" | "queued" | "sending" | "sent" | "failed" | "unknown" | "held" | "unreachable" | "withdrawn";

/** A group answer with how many stand where. `state`: the whole of it. */
export type GroupAnswerSummary = {
  id: string;
  accountId: string;
  clusterId: string;
  kind: "answer" | "ask" | "interim";
  text: string;
  officer: { id: string; name: string };
  writtenAt: Date;
  sendAfterAt: Date;
  promisedUnit: string | null;
  promisedAt: Date | null;
  approvalNeeded: boolean;
  approvedAt: Date | null;
  approvedBy: { id: string; name: string } | null;
  pausedAt: Date | null;
  withdrawnAt: Date | null;
  withdrawnById: string | null;
  correctsId: string | null;
  correctedById: string | null;
  goesOnUntil: Date | null;
  goesOnStoppedAt: Date | null;
  goesOnBy: { id: string; name: string } | null;
  counts: Record<MemberProgress, number>;
  state: "awaitsApproval" | "paused" | "withdrawn" | "sending" | "done";
};

/** One member for the list of who was reached and who was not. */
export type GroupAnswerRow = {
  questionId: string;
  threadId: string;
  mark: string;
  remark: string | null;
  progress: MemberProgress;
  /** Why it is held or out of reach, or WeChat's error. */
  why: string | null;
  late: boolean;
  standing: boolean;
  sentAt: Date | null;
  /** The resident has written since: the question that this opened. */
  wroteAgainId: string | null;
};

const shown = {
  officer: { select: { id: true, name: true } },
  approvedBy: { select: { id: true, name: true } },
  goesOnBy: { select: { id: true, name: true } },
  correctedBy: { select: { id: true }, where: { withdrawnAt: null } },
} as const;
type Shown = Prisma.GroupAnswerGetPayload<{ include: typeof shown }>;

/** Group answers by id, and those that replies belong to, for the feed and the API; those outside the scope are left out. */
export async function groupAnswers(scope: Scope, ids: readonly string[], replyIds: readonly string[] = []): Promise<GroupAnswerSummary[]> {
  if (ids.length + replyIds.length === 0) return [];
  const replies =
    replyIds.length === 0 ? [] : await db.reply.findMany({ where: { id: { in: [...replyIds] } }, select: { groupAnswerId: true } });
  const all = new Set([...ids, ...replies.flatMap(({ groupAnswerId }) => groupAnswerId ?? [])]);
  return all.size === 0 ? [] : summed({ id: { in: [...all] }, accountId: { in: [...scope.accountIds] } }, 200);
}

/** What a cluster was answered, and what was merged into it, the newest first. */
export async function answersOfCluster(scope: Scope, clusterId: string): Promise<GroupAnswerSummary[]> {
  const family = await db.$queryRaw<{ id: string }[]>(
    Prisma.sql`SELECT c.id FROM "Cluster" c WHERE c.id IN ${familyOf(Prisma.sql`${clusterId}::uuid`)}`,
  );
  return summed({ clusterId: { in: family.map(({ id }) => id) }, accountId: { in: [...scope.accountIds] } }, 20);
}

/** Answers that wait for a colleague's approval, are being sent or paused, or go on by themselves: what has to be kept an eye on. */
export async function answersUnderway(scope: Scope, at = now()): Promise<GroupAnswerSummary[]> {
  const alive = [
    { members: { some: { state: "waiting" as const } } },
    { members: { some: { reply: { status: { in: ["queued" as const, "sending" as const] } } } } },
    { goesOnUntil: { gt: at }, goesOnStoppedAt: null },
  ];
  return summed({ accountId: { in: [...scope.accountIds] }, withdrawnAt: null, OR: alive }, 100);
}

/** Everybody under a group answer, or null outside the scope. */
export async function groupAnswerRows(scope: Scope, id: string): Promise<GroupAnswerRow[] | null> {
  const answer = await db.groupAnswer.findFirst({ where: { id, accountId: { in: [...scope.accountIds] } }, select: { id: true } });
  if (!answer) return null;
  const members = await db.groupAnswerMember.findMany({
    where: { groupAnswerId: id },
    include: { reply: true, question: { select: { thread: { select: { resident: { select: { id: true, remark: true } } } } } } },
    orderBy: { questionId: "asc" },
  });
  const again = await db.question.findMany({
    where: { threadId: { in: members.map(({ threadId }) => threadId) }, followsId: { in: members.map(({ questionId }) => questionId) } },
    select: { id: true, followsId: true },
  });
  const wroteAgain = new Map(again.map((question) => [question.followsId, question.id]));
  return members.map(({ questionId, threadId, state, why, late, reply, question }) => ({
    ...{ questionId, threadId, mark: markOf(question.thread.resident.id), remark: question.thread.resident.remark },
    progress: progressOf(state, reply),
    why: reply?.errorCode ?? why,
    ...{ late, standing: reply?.standing ?? false, sentAt: reply?.sentAt ?? null, wroteAgainId: wroteAgain.get(questionId) ?? null },
  }));
}

async function summed(where: Prisma.GroupAnswerWhereInput, take: number): Promise<GroupAnswerSummary[]> {
  const answers = await db.groupAnswer.findMany({ where, include: shown, orderBy: [{ writtenAt: "desc" }, { id: "desc" }], take });
  const ids = answers.map(({ id }) => id);
  const counted = await db.$queryRaw<{ groupAnswerId: string; progress: MemberProgress; count: number }[]>`
    SELECT m."groupAnswerId", CASE WHEN m.state = 'queued' THEN y.status::text ELSE m.state::text END AS progress, count(*)::int AS count
    FROM "GroupAnswerMember" m LEFT JOIN "Reply" y ON y.id = m."replyId" WHERE m."groupAnswerId" = ANY(${ids}::uuid[]) GROUP BY 1, 2`;
  return answers.map((answer) => {
    const counts = { ...NOBODY };
    for (const { groupAnswerId, progress, count } of counted) if (groupAnswerId === answer.id) counts[progress] += count;
    return asSummary(answer, counts);
  });
}

const NOBODY: Record<MemberProgress, number> = {
  ...{ waiting: 0, queued: 0, sending: 0, sent: 0, failed: 0 },
  ...{ unknown: 0, held: 0, unreachable: 0, withdrawn: 0 },
};

function asSummary(answer: Shown, counts: Record<MemberProgress, number>): GroupAnswerSummary {
  const { id, accountId, clusterId, kind, text, officer, writtenAt, sendAfter, promisedUnit, promisedAt, approvalNeeded, approvedAt } =
    answer;
  const { approvedBy, pausedAt, withdrawnAt, withdrawnById, correctsId, correctedBy, goesOnUntil, goesOnStoppedAt, goesOnBy } = answer;
  return {
    ...{ id, accountId, clusterId, kind, text, officer, writtenAt, sendAfterAt: sendAfter, promisedUnit, promisedAt },
    ...{
      approvalNeeded,
      approvedAt,
      approvedBy,
      pausedAt,
      withdrawnAt,
      withdrawnById,
      correctsId,
      correctedById: correctedBy[0]?.id ?? null,
    },
    ...{ goesOnUntil, goesOnStoppedAt, goesOnBy, counts, state: stateOf(answer, counts) },
  };
}

function stateOf(answer: Shown, counts: Record<MemberProgress, number>): GroupAnswerSummary["state"] {
  if (answer.withdrawnAt) return "withdrawn";
  if (counts.waiting === 0) return counts.queued + counts.sending > 0 ? "sending" : "done";
  if (answer.approvalNeeded && !answer.approvedAt) return "awaitsApproval";
  return answer.pausedAt ? "paused" : "sending";
}

function progressOf(state: MemberProgress, reply: { status: MemberProgress } | null): MemberProgress {
  return state === "queued" && reply ? reply.status : state;
}
