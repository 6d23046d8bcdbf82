import type { Tx } from "@/lib/db";
import { kindOf } from "@/lib/questions/kinds";
import { dangerWordIn, isDanger } from "@/lib/questions/rules";
import { type KeptAnswer, pauseAnswer } from "@/lib/sla/answering";
import { termsOf } from "@/lib/sla/queries";
import type { QuestionKind } from "@/lib/sla/rules";
import { firstClock, NOBODY_WAITS, nextClock } from "@/lib/sla/terms";
import { earlier } from "@/lib/time/rules";
import { isFirstResponse, isSubstantiveAnswer, type ReplyKind } from "./rules";

type SentReply = {
  id: string;
  threadId: string;
  accountId: string;
  officerId: string;
  kind: ReplyKind;
  text: string;
  promisedUnit: string | null;
  promisedAt: Date | null;
  answersThroughSeq: bigint;
  standing: boolean;
  groupAnswerId: string | null;
};
type LaterMessage = { id: string; at: Date; text: string; questionId: string | null };
/** What the event of the sent reply says of the questions. */
export type Settled = {
  questionId?: string;
  facts: {
    kind: ReplyKind;
    counts: boolean;
    questions: number;
    reopened: boolean;
    /**
     * Ids with commas between: the questions that it is a word to, those that began with what its officer had not seen, and those whose
     * answer's clock stands still from it on, where they have one.
     */
    settledIds: string;
    openedIds: string;
    pausedIds: string;
  };
};

/**
 * What a reply that WeChat has taken means for the open questions its officer had seen: an answer ends them, an ask or interim
 * keeps them open. Messages the officer had not seen open a question with a clock of its own, or go on waiting in theirs.
 * What was said to a group is about the group's matter, and of questions that an officer split apart a reply answers the one that has
 * waited longest, as the screen shows it: whatever else the resident waits for goes on waiting.
 */
export async function settleQuestions(tx: Tx, reply: SentReply, at: Date): Promise<Settled> {
  // Intake takes this lock, too: no message slips in between the reading below and the writing.
  await tx.$queryRaw`SELECT 1 FROM "Thread" WHERE id = ${reply.threadId}::uuid FOR NO KEY UPDATE`;
  // In the order in which questions are grouped: several of one thread are held together there, too.
  await tx.$queryRaw`SELECT 1 FROM "Question" WHERE "threadId" = ${reply.threadId}::uuid AND "endedAt" IS NULL ORDER BY id FOR NO KEY UPDATE`;
  const counts = isFirstResponse(reply) && !reply.standing;
  const covered = await tx.question.findMany({
    where: {
      threadId: reply.threadId,
      answeredAt: null,
      closedAt: null,
      messages: { some: { direction: "inbound", seq: { lte: reply.answersThroughSeq } } },
      ...(reply.groupAnswerId === null ? {} : await ofMatter(tx, reply.id)),
    },
    orderBy: [{ openedAt: "asc" }, { id: "asc" }],
  });
  const questions = reply.groupAnswerId === null ? withoutOtherHalves(covered) : covered;
  const settled: string[] = [];
  const opened: string[] = [];
  const paused: string[] = [];
  for (const question of reply.standing ? questions : []) {
    const later = await laterMessages(tx, question.id, reply);
    // 常备答复: settled until the resident types again, and no response of a person.
    const served = { answeredAt: at, selfServedAt: at, answeredById: reply.officerId, ...NOBODY_WAITS, collecting: false };
    const { count } = await tx.question.updateMany({ where: { id: question.id, answeredAt: null, closedAt: null }, data: served });
    if (count === 0) continue;
    settled.push(question.id);
    opened.push(...(await openForLater(tx, reply, question.id, later)));
  }
  for (const question of counts ? questions : []) {
    const later = await laterMessages(tx, question.id, reply);
    const firstRepliedAt = question.firstRepliedAt ?? at;
    // A colleague may have closed it since it was read: then it stays as the colleague left it.
    const open = { id: question.id, answeredAt: null, closedAt: null };
    if (isSubstantiveAnswer(reply)) {
      const answered = { firstRepliedAt, answeredAt: at, answeredById: reply.officerId, ...NOBODY_WAITS, collecting: false };
      if ((await tx.question.updateMany({ where: open, data: answered })).count === 0) continue;
      settled.push(question.id);
      opened.push(...(await openForLater(tx, reply, question.id, later)));
    } else {
      const promise =
        reply.kind === "interim" ? { promisedAt: reply.promisedAt, promisedUnit: reply.promisedUnit, promiseCount: { increment: 1 } } : {};
      // What the resident says next joins the question that collects: no other would ever hear that it has come.
      const pauses = reply.kind === "ask" && later.length === 0 && question.collecting;
      const waiting = await waitingFor(tx, question, firstOf(later));
      const responded = { firstRepliedAt, ...waiting, ...promise, ...(pauses ? await pausing(tx, question, at) : {}) };
      if ((await tx.question.updateMany({ where: open, data: responded })).count === 0) continue;
      settled.push(question.id);
      if (pauses) paused.push(question.id);
    }
  }
  const first = questions[0];
  const told = { kind: reply.kind, counts, questions: questions.length, reopened: opened.length > 0 };
  const ids = { settledIds: settled.join(), openedIds: opened.join(), pausedIds: paused.join() };
  return { ...(first ? { questionId: first.id } : {}), facts: { ...told, ...ids } };
}

/** Of questions that were split apart the first alone, and all that never were. */
function withoutOtherHalves<Half extends { id: string; splitFromId: string | null }>(questions: readonly Half[]): Half[] {
  const apart = new Set(questions.flatMap(({ id, splitFromId }) => (splitFromId === null ? [] : [id, splitFromId])));
  const first = questions.find(({ id }) => apart.has(id));
  return questions.filter((question) => question === first || !apart.has(question.id));
}

/** The question that a group's reply was made for, and what the resident asked of the same matter besides. */
async function ofMatter(tx: Tx, replyId: string) {
  const member = await tx.groupAnswerMember.findUnique({
    where: { replyId },
    select: { question: { select: { id: true, clusterId: true } } },
  });
  if (!member) return {};
  const { id, clusterId } = member.question;
  return { OR: [{ id }, ...(clusterId === null ? [] : [{ clusterId }])] };
}

async function laterMessages(tx: Tx, questionId: string, { answersThroughSeq }: SentReply): Promise<LaterMessage[]> {
  return tx.message.findMany({
    where: { questionId, direction: "inbound", nature: "content", seq: { gt: answersThroughSeq } },
    orderBy: { seq: "asc" },
  });
}

type Waiting = {
  accountId: string;
  kind: QuestionKind;
  waitingSince: Date | null;
  dangerWord: string | null;
  dangerDismissedAt: Date | null;
};

/** A wait that goes on keeps its clock; what no reply has reacted to yet starts one at the instant it was said. */
async function waitingFor(tx: Tx, question: Waiting, since: Date | null) {
  if (!since) return NOBODY_WAITS;
  if (since.getTime() === question.waitingSince?.getTime()) return {};
  return nextClock(await termsOf(tx, question.accountId, since), { at: since, kind: question.kind, urgent: isDanger(question) });
}

/** Whoever is asked for facts of their own has the next word: until then no answer can be owed. */
async function pausing(tx: Tx, question: KeptAnswer & { accountId: string }, at: Date) {
  if (question.answerMinutes === null) return {};
  return pauseAnswer(question, await termsOf(tx, question.accountId, question.openedAt), at);
}

async function openForLater(tx: Tx, reply: SentReply, answeredId: string, later: LaterMessage[]): Promise<string[]> {
  const openedAt = firstOf(later);
  if (!openedAt) return [];
  const account = await tx.officialAccount.findUniqueOrThrow({ where: { id: reply.accountId }, select: { dangerWords: true } });
  const said = later.map(({ text }) => text).join("\n");
  const [kind, dangerWord] = [kindOf(said), dangerWordIn(said, account.dangerWords)];
  const terms = await termsOf(tx, reply.accountId, openedAt);
  const next = await tx.question.create({
    data: {
      accountId: reply.accountId,
      threadId: reply.threadId,
      ...firstClock(terms, { at: openedAt, kind, urgent: dangerWord !== null }),
      dangerWord,
      kind,
      followsId: answeredId,
    },
  });
  await tx.message.updateMany({
    where: { questionId: answeredId, direction: "inbound", seq: { gt: reply.answersThroughSeq } },
    data: { questionId: next.id },
  });
  return [next.id];
}

function firstOf(messages: LaterMessage[]): Date | null {
  return messages.reduce<Date | null>((first, { at }) => (first ? earlier(first, at) : at), null);
}
