import type { CloseReason } from "@/lib/questions/rules";
import type { QuestionKind } from "@/lib/sla/rules";
import { after, SECOND } from "@/lib/time/rules";
import { bucketOf } from "./buckets";
import type { Course, Promised, Wait } from "./history";
import type { DutyMeasure, QuestionMeasure, Reason } from "./rules";

const TEN_MINUTES = 600;
const THREE_MINUTES = 180;

/** What was settled when the question opened, and what it is filed under by now. */
export type Asked = {
  questionId: string;
  accountId: string;
  threadId: string;
  openedAt: Date;
  /** The beginning of duty, for what came outside its hours. */
  countedFrom: Date | null;
  dueAt: Date;
  /** Null where the policy has no target for an answer. */
  answerMinutes: number | null;
  answerAroundTheClock: boolean;
  kind: QuestionKind;
  urgent: boolean;
  followsId: string | null;
  clusterId: string | null;
  topicId: string | null;
  assignedToId: string | null;
};
type Filed = Pick<Asked, "questionId" | "accountId" | "threadId" | "kind" | "clusterId" | "topicId"> & {
  outside: boolean;
  officerId: string | null;
  lateReason: Reason | null;
};
export type QuestionFact = Filed & {
  openedAt: Date;
  countedFrom: Date;
  dueAt: Date;
  firstRespondedAt: Date | null;
  firstSeconds: number | null;
  firstBucket: number | null;
  answeredAt: Date | null;
  answerSeconds: number | null;
  answerBucket: number | null;
  endedAt: Date | null;
  closeReason: CloseReason | null;
  score: string | null;
  turnsAt: Date | null;
} & Record<Exclude<QuestionMeasure, "opened">, boolean>;
export type DutyFact = Filed & {
  milestone: "next" | "promise" | "answer";
  ordinal: number;
  at: Date;
  /** Null for an answer alone, while its clock stands still. */
  dueAt: Date | null;
  doneAt: Date | null;
  seconds: number | null;
  bucket: number | null;
} & Record<DutyMeasure, boolean>;
export type Facts = { question: QuestionFact; duties: DutyFact[] };
/** From when that wait counts, and until when a word was owed. */
export type Due = { countedFrom: Date | null; dueAt: Date };
/** What the clocks say: of a wait that began at an instant, and of the answer; null where none is owed by a time. */
export type Dues = { next(since: Date): Due; answer: { dueAt: Date | null } | null };

const NOTHING_OWED: Record<DutyMeasure, boolean> = {
  ...{ nextOwed: false, nextResponded: false, nextOnTime: false, nextLate: false, nextRunning: false, nextDropped: false },
  ...{
    promised: false,
    promisesKept: false,
    promisesBroken: false,
    promisesExtended: false,
    promisesDropped: false,
    promisesRunning: false,
  },
  ...{ answersOwed: false, answersOnTime: false, answersLate: false, answersRunning: false, answersDropped: false },
};

/**
 * What reports count of one question as it stands at an instant; reasons are found separately. Seconds are whole, begun ones counted,
 * so that 600 is exactly what ten minutes hold.
 */
export function factsOf(asked: Asked, course: Course, dues: Dues, at: Date): Facts {
  const { first, answered, closed, selfServed } = course;
  const countedFrom = asked.countedFrom ?? asked.openedAt;
  const filed = {
    ...{ questionId: asked.questionId, accountId: asked.accountId, threadId: asked.threadId, kind: asked.kind },
    ...{ clusterId: asked.clusterId, topicId: asked.topicId, lateReason: null },
  };
  const late = first ? first.at > asked.dueAt : !selfServed && (closed?.at ?? at) > asked.dueAt;
  const firstSeconds = first && secondsBetween(countedFrom, first.at);
  const answerSeconds = answered && secondsBetween(countedFrom, answered.at);
  const running = !first && !selfServed && !closed && !late;
  const duties = [
    ...course.waits.map((wait, index) =>
      waitFact({ ...filed, ...asNext(wait, index, dues.next(wait.since), asked.assignedToId) }, wait, at),
    ),
    ...course.promises.map((promise, index) => promiseFact({ ...filed, ...asPromise(promise, index, asked) }, promise, at)),
    ...(dues.answer ? [answerFact({ ...filed, ...asAnswer(course, dues.answer.dueAt, asked) }, course, at)] : []),
  ];
  const turns = [running ? asked.dueAt : null, ...duties.map((duty) => (isRunning(duty) ? duty.dueAt : null))];
  const question: QuestionFact = {
    ...filed,
    ...{ openedAt: asked.openedAt, countedFrom, dueAt: asked.dueAt, outside: asked.countedFrom !== null },
    officerId: first?.officerId ?? closed?.officerId ?? asked.assignedToId,
    ...{ firstRespondedAt: first?.at ?? null, firstSeconds, firstBucket: firstSeconds === null ? null : bucketOf(firstSeconds) },
    ...{ answeredAt: answered?.at ?? null, answerSeconds, answerBucket: answerSeconds === null ? null : bucketOf(answerSeconds) },
    endedAt: answered?.at ?? selfServed ?? closed?.at ?? null,
    closeReason: (closed?.reason as CloseReason | undefined) ?? null,
    score: course.score,
    turnsAt: turnOf(turns),
    ...{ fresh: asked.followsId === null, followUps: asked.followsId !== null, urgent: asked.urgent },
    ...{ owed: first !== null || late, responded: first !== null, onTime: first !== null && !late, late, running },
    within10: firstSeconds !== null && firstSeconds <= TEN_MINUTES,
    within3: firstSeconds !== null && firstSeconds <= THREE_MINUTES,
    ...{ selfServed: selfServed !== null, unanswered: closed !== null && !first, answered: answered !== null },
    ...{ reopened: course.reopenings > 0, open: !answered && !selfServed && !closed },
    ...{ rated: course.score !== null, satisfied: course.score === "satisfied" || course.score === "fair" },
    solved: course.score !== null && course.score !== "notSolved",
  };
  return { question, duties };
}

function asNext(wait: Wait, index: number, { countedFrom, dueAt }: Due, holderId: string | null) {
  const seconds = wait.answered && secondsBetween(countedFrom ?? wait.since, wait.answered.at);
  return {
    ...{ milestone: "next" as const, ordinal: index + 1, at: wait.since, dueAt, outside: countedFrom !== null },
    ...{ doneAt: wait.answered?.at ?? null, seconds, bucket: seconds === null ? null : bucketOf(seconds) },
    officerId: wait.answered ? wait.answered.officerId : holderId,
  };
}

function asPromise(promise: Promised, index: number, { countedFrom }: Asked) {
  return {
    ...{ milestone: "promise" as const, ordinal: index + 1, at: promise.madeAt, dueAt: promise.until, outside: countedFrom !== null },
    ...{ doneAt: promise.kept, seconds: null, bucket: null, officerId: promise.officerId },
  };
}

function asAnswer({ answered }: Course, dueAt: Date | null, { openedAt, countedFrom, assignedToId }: Asked) {
  return {
    ...{ milestone: "answer" as const, ordinal: 1, at: openedAt, dueAt, outside: countedFrom !== null, doneAt: answered?.at ?? null },
    // How long answers took is counted of all of them, with a target or without: here it would be counted twice.
    ...{ seconds: answered && secondsBetween(countedFrom ?? openedAt, answered.at), bucket: null },
    officerId: answered ? answered.officerId : assignedToId,
  };
}

function isRunning({ nextRunning, promisesRunning, answersRunning }: DutyFact): boolean {
  return nextRunning || promisesRunning || answersRunning;
}

function waitFact(fact: Omit<DutyFact, DutyMeasure> & { dueAt: Date }, { answered, ended }: Wait, at: Date): DutyFact {
  const nextLate = (answered?.at ?? ended ?? at) > fact.dueAt;
  const nextResponded = answered !== null;
  const states = { nextResponded, nextLate, nextOwed: nextResponded || nextLate, nextOnTime: nextResponded && !nextLate };
  return {
    ...fact,
    ...NOTHING_OWED,
    ...states,
    nextRunning: !nextLate && !answered && !ended,
    nextDropped: !nextLate && !answered && ended !== null,
  };
}

function promiseFact(fact: Omit<DutyFact, DutyMeasure>, { kept, extended, ended, until }: Promised, at: Date): DutyFact {
  const promisesBroken = (kept ?? extended ?? ended ?? at) > until;
  const inTime = !promisesBroken;
  return {
    ...fact,
    ...NOTHING_OWED,
    ...{ promised: true, promisesBroken, promisesKept: inTime && kept !== null, promisesExtended: inTime && !kept && extended !== null },
    ...{ promisesDropped: inTime && !kept && !extended && ended !== null, promisesRunning: inTime && !kept && !extended && !ended },
  };
}

function answerFact(fact: Omit<DutyFact, DutyMeasure>, { answered, selfServed, closed }: Course, at: Date): DutyFact {
  const answersLate = !selfServed && fact.dueAt !== null && (answered?.at ?? closed?.at ?? at) > fact.dueAt;
  const isOver = selfServed !== null || closed !== null;
  return {
    ...fact,
    ...NOTHING_OWED,
    ...{ answersOwed: answered !== null || answersLate, answersOnTime: answered !== null && !answersLate, answersLate },
    ...{ answersRunning: !answersLate && !answered && !isOver, answersDropped: !answersLate && !answered && isOver },
  };
}

function secondsBetween(from: Date, to: Date): number {
  return Math.max(0, Math.ceil((to.getTime() - from.getTime()) / SECOND));
}

/** What is due at an instant is late a millisecond after. */
function turnOf(instants: readonly (Date | null)[]): Date | null {
  const ahead = instants.flatMap((instant) => instant?.getTime() ?? []);
  return ahead.length === 0 ? null : after(new Date(Math.min(...ahead)), 1);
}
