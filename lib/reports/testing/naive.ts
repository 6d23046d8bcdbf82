import { db } from "@/lib/db";
import { DUTY_MEASURES, type Measure, QUESTION_MEASURES } from "@/lib/reports/rules";
import { clockOf, type HistoryEntry, type Milestone, outcomeOf } from "@/lib/sla/history";
import { readBook } from "@/lib/sla/queries";
import { MINUTE, SECOND } from "@/lib/time/rules";

/** What is counted of one question or duty, by another way than the facts: from rows as verbs left them, and from the clocks' own history. */
export type Naive = {
  questionId: string;
  at: Date;
  officerId: string | null;
  kind: string;
  seconds: number | null;
  counts: Partial<Record<Measure, boolean>>;
};

export async function naively(now: Date): Promise<Naive[]> {
  const questions = await db.question.findMany();
  const reopened = new Set((await db.event.findMany({ where: { type: "question.reopened" } })).map(({ questionId }) => questionId));
  const replies = await db.reply.findMany({ where: { status: "sent" } });
  const events = await db.event.findMany({ orderBy: { id: "asc" } });
  const found = await Promise.all(
    questions.map(async (question) => {
      const { id: questionId, openedAt, dueAt, firstRepliedAt, answeredAt, selfServedAt, closedAt, kind } = question;
      const seconds = firstRepliedAt && ceiling(openedAt, firstRepliedAt);
      const late = firstRepliedAt ? firstRepliedAt > dueAt : !selfServedAt && (closedAt ?? now) > dueAt;
      const first = replies.find((reply) => reply.threadId === question.threadId && reply.sentAt?.getTime() === firstRepliedAt?.getTime());
      const own: Naive = {
        ...{ questionId, at: openedAt, kind, seconds, officerId: first?.officerId ?? question.closedById ?? question.assignedToId },
        counts: {
          ...{ opened: true, fresh: !question.followsId, followUps: !!question.followsId, urgent: question.dangerWord !== null },
          ...{ owed: !!firstRepliedAt || late, responded: !!firstRepliedAt, onTime: !!firstRepliedAt && !late, late },
          ...{ within10: !!firstRepliedAt && firstRepliedAt.getTime() - openedAt.getTime() <= 10 * MINUTE },
          ...{ within3: !!firstRepliedAt && firstRepliedAt.getTime() - openedAt.getTime() <= 3 * MINUTE },
          ...{
            running: !firstRepliedAt && !question.endedAt && !late,
            selfServed: !!selfServedAt,
            unanswered: !!closedAt && !firstRepliedAt,
          },
          ...{ answered: !!answeredAt && !selfServedAt, reopened: reopened.has(questionId), open: !question.endedAt },
        },
      };
      return [own, ...(await dutiesOf(question, events, now))];
    }),
  );
  return found.flat();
}

type Question = Awaited<ReturnType<typeof db.question.findMany>>[number];
type Event = Awaited<ReturnType<typeof db.event.findMany>>[number];

async function dutiesOf(question: Question, events: readonly Event[], now: Date): Promise<Naive[]> {
  const { id: questionId, openedAt, kind, dangerWord, assignedToId } = question;
  const said: { seq: bigint; at: Date }[] = [];
  const entries: HistoryEntry[] = [];
  const officers = new Map<number, string | null>();
  for (const event of events) {
    const facts = event.facts as Record<string, unknown> | null;
    const { type, at } = event;
    if (event.questionId === questionId && (type === "message.received" || type === "question.opened") && event.messageId) {
      const message = await db.message.findUniqueOrThrow({ where: { id: event.messageId } });
      if (type === "message.received" && facts?.nature !== "content") continue;
      said.push(message);
      // Turning a greeting into a question that is there begins no wait.
      if (type === "message.received") entries.push({ type: "said", at: message.at, urgent: false });
    } else if (type === "reply.sent" && String(facts?.settledIds).split(",").includes(questionId)) {
      const reply = await db.reply.findUniqueOrThrow({ where: { id: event.replyId ?? "" } });
      const unseen = said.filter(({ seq }) => seq > reply.answersThroughSeq).map((message) => message.at.getTime());
      const unseenSince = unseen.length > 0 && reply.kind !== "answer" ? new Date(Math.min(...unseen)) : null;
      const isApart = !String(facts?.pausedIds).split(",").includes(questionId);
      const { kind, promisedAt } = reply;
      entries.push({ type: "replied", at, kind, counts: true, standing: false, promisedAt, unseenSince, isApart });
      officers.set(at.getTime(), event.officerId);
    } else if (event.questionId === questionId && type === "question.closeUndone") {
      entries.push({ type: "closeUndone", at, isApart: facts?.resumed === true });
    } else if (event.questionId === questionId && /^question\.(closed|reopened)$/.test(type)) {
      entries.push({ type: type.slice("question.".length) as "closed", at });
    }
  }
  const clock = clockOf({ openedAt, kind, urgent: dangerWord !== null, entries }, await readBook(question.accountId));
  const waits = clock.nextResponses.map((wait): Naive => {
    const outcome = outcomeOf(wait, now);
    const late = outcome === "breached";
    const responded = wait.metAt !== null;
    const counts = { nextOwed: responded || late, nextResponded: responded, nextOnTime: responded && !late, nextLate: late };
    return {
      ...{ questionId, at: wait.from, kind, seconds: wait.metAt && ceiling(wait.from, wait.metAt) },
      officerId: wait.metAt ? (officers.get(wait.metAt.getTime()) ?? null) : assignedToId,
      counts: { ...counts, nextRunning: outcome === "running", nextDropped: outcome === "ended" },
    };
  });
  const answers = clock.answer ? [answered(clock.answer)] : [];
  return [...waits, ...clock.promises.map((promise, index) => promised(promise, clock.promises[index + 1])), ...answers];

  function answered(answer: NonNullable<typeof clock.answer>): Naive {
    const outcome = outcomeOf(answer, now);
    const [met, late] = [answer.metAt !== null, outcome === "breached"];
    return {
      ...{ questionId, at: openedAt, kind, seconds: null },
      officerId: answer.metAt ? (officers.get(answer.metAt.getTime()) ?? null) : assignedToId,
      counts: {
        ...{ answersOwed: met || late, answersOnTime: outcome === "met", answersLate: late },
        ...{ answersRunning: outcome === "running", answersDropped: outcome === "ended" },
      },
    };
  }

  function promised(promise: Milestone, next: Milestone | undefined): Naive {
    const outcome = outcomeOf(promise, now);
    const extended = outcome === "ended" && next?.from.getTime() === promise.endedAt?.getTime();
    return {
      ...{ questionId, at: promise.from, kind, seconds: null, officerId: officers.get(promise.from.getTime()) ?? null },
      counts: {
        ...{
          promised: true,
          promisesKept: outcome === "met",
          promisesBroken: outcome === "breached",
          promisesRunning: outcome === "running",
        },
        ...{ promisesExtended: extended, promisesDropped: outcome === "ended" && !extended },
      },
    };
  }
}

/** How many of them a measure counts. */
export function howMany(all: readonly Naive[], measure: Measure): number {
  return all.filter(({ counts }) => counts[measure]).length;
}

/** The nearest rank among all of them, sorted. */
export function percentile(seconds: readonly number[], share: number): number | null {
  return seconds.toSorted((one, other) => one - other)[Math.max(1, Math.ceil(seconds.length * share)) - 1] ?? null;
}

/** What questions or duties say of themselves, without satisfaction. */
export const COMPARED: readonly Measure[] = [...QUESTION_MEASURES, ...DUTY_MEASURES].filter(
  (measure) => !["rated", "satisfied", "solved"].includes(measure),
);

function ceiling(from: Date, to: Date): number {
  return Math.ceil((to.getTime() - from.getTime()) / SECOND);
}
