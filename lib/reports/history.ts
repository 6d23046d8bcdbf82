import type { Pause } from "@/lib/sla/answering";
import type { QuestionKind } from "@/lib/sla/rules";
import { earlier } from "@/lib/time/rules";

/** One event that concerns a question, with the instants of the message or reply it tells of. In the order in which they were recorded. */
export type Happening = {
  at: Date;
  type: string;
  questionId: string | null;
  officerId: string | null;
  facts: Record<string, unknown> | null;
  message: { seq: number; at: Date } | null;
  reply: { queuedAt: Date; promisedAt: Date | null; through: number; standing: boolean } | null;
};

/** A resident who waits again after a first response. `answered`: by whom. `ended`: the question ended without a word. */
export type Wait = { since: Date; answered: { at: Date; officerId: string | null } | null; ended: Date | null };
/** `kept`: the answer came. `extended`: the next promise. `ended`: the question was closed. */
export type Promised = {
  madeAt: Date;
  until: Date;
  officerId: string | null;
  kept: Date | null;
  extended: Date | null;
  ended: Date | null;
};
/** Who held the question from then on; null: nobody. */
type Held = { from: Date; officerId: string | null };

/** What the events of one question come to. */
export type Course = {
  first: { at: Date; officerId: string | null } | null;
  answered: { at: Date; officerId: string | null } | null;
  selfServed: Date | null;
  closed: { at: Date; officerId: string | null; reason: string } | null;
  reopenings: number;
  waits: Wait[];
  promises: Promised[];
  /** While the resident was asked for facts of their own, the clock of the answer stands still. */
  pauses: Pause[];
  holders: Held[];
  snoozes: { from: Date; until: Date }[];
  /** When WeChat did not take a reply, and when that reply had been written. */
  failures: { at: Date; queuedAt: Date }[];
  score: string | null;
  /** What officers said of its kind and danger, and from when that held; `kindBefore`: what it was guessed to be. */
  kinds: { from: Date; kind: QuestionKind }[];
  kindBefore: QuestionKind | null;
  dangers: { from: Date; urgent: boolean }[];
};

/** What tells that WeChat did not take a reply. */
export const FAILURES = ["reply.failed", "reply.unknown", "reply.held"] as const;

/** Goes through the events of one question. Those of other questions of its thread are taken for WeChat's failures alone. */
export function courseOf(questionId: string, happenings: readonly Happening[]): Course {
  const course: Course = {
    ...{ first: null, answered: null, selfServed: null, closed: null, reopenings: 0, score: null },
    ...{ waits: [], promises: [], pauses: [], holders: [], snoozes: [], failures: [], kinds: [], kindBefore: null, dangers: [] },
  };
  const said: { seq: number; at: Date }[] = [];
  for (const happening of happenings) {
    const { type, at, facts, officerId, message, reply } = happening;
    if (type === "message.received" && message && facts?.nature === "content") {
      said.push(message);
      if (facts.danger === true) course.dangers.push({ from: message.at, urgent: true });
      for (const snooze of course.snoozes) snooze.until = earlier(snooze.until, at);
      if (isOpen(course)) resume(course, message.at);
      if (course.first && isOpen(course) && !waitOf(course)) course.waits.push({ since: message.at, answered: null, ended: null });
    } else if (type === "question.opened" && message) {
      said.push(message);
      if (isOpen(course)) resume(course, message.at);
    } else if (type === "reply.sent" && reply && settles(questionId, happening))
      settle(course, happening, reply, said, mayPause(questionId, happening));
    else if (isFailure(type) && reply) course.failures.push({ at, queuedAt: reply.queuedAt });
    else if (type === "question.closed") close(course, { at, officerId, reason: String(facts?.reason) });
    else if (type === "question.closeUndone") undoClose(course, facts?.resumed === true ? at : null);
    else if (type === "question.reopened") reopen(course, at);
    else if (type === "question.snoozed") course.snoozes.push({ from: at, until: new Date(String(facts?.until)) });
    else if (type === "question.woken") for (const snooze of course.snoozes) snooze.until = earlier(snooze.until, at);
    else if (type === "rating.given") course.score = String(facts?.score);
    else if (!describe(course, happening)) hold(course, happening);
  }
  return course;
}

function isFailure(type: string): boolean {
  return FAILURES.some((failure) => failure === type);
}

/** Whether a reply that was sent is a word to this question: its event names all that it settled, an old one the first of them. */
function settles(id: string, { questionId, facts, reply }: Happening): boolean {
  if (typeof facts?.settledIds === "string") return facts.settledIds.includes(id);
  return questionId === id && (facts?.counts === true || reply?.standing === true);
}

/** Whether this question hears what the resident says next; an old event does not tell. */
function mayPause(id: string, { facts }: Happening): boolean {
  return typeof facts?.pausedIds !== "string" || facts.pausedIds.includes(id);
}

/** Whether the events know when this question began: not so of one that is older than they are. */
export function isTold(questionId: string, splitFromId: string | null, happenings: readonly Happening[]): boolean {
  if (splitFromId !== null) return true;
  return happenings.some(
    ({ type, facts, questionId: named }) =>
      (named === questionId && (type === "question.opened" || (type === "message.received" && facts?.opened === true))) ||
      (type === "reply.sent" && typeof facts?.openedIds === "string" && facts.openedIds.includes(questionId)),
  );
}

function settle(
  course: Course,
  { at, facts, officerId }: Happening,
  reply: NonNullable<Happening["reply"]>,
  said: { seq: number; at: Date }[],
  pauses: boolean,
) {
  if (!isOpen(course)) return;
  if (reply.standing) {
    course.selfServed = at;
    endWait(course, at);
    return;
  }
  const by = { at, officerId };
  const isAnswer = facts?.kind === "answer";
  const unread = isAnswer ? [] : said.filter(({ seq }) => seq > reply.through).map((message) => message.at.getTime());
  const since = unread.length > 0 ? new Date(Math.min(...unread)) : null;
  const wait = waitOf(course);
  course.first ??= by;
  if (wait && since?.getTime() !== wait.since.getTime()) wait.answered = by;
  if (since && !waitOf(course)) course.waits.push({ since, answered: null, ended: null });
  const promise = promiseOf(course);
  if (isAnswer) {
    course.answered = by;
    if (promise) promise.kept = at;
  } else if (facts?.kind === "interim" && reply.promisedAt) {
    if (promise) promise.extended = at;
    course.promises.push({ madeAt: at, until: reply.promisedAt, officerId, kept: null, extended: null, ended: null });
  } else if (facts?.kind === "ask" && !since && pauses && course.pauses.every(({ until }) => until !== null)) {
    course.pauses.push({ from: at, until: null });
  }
}

function close(course: Course, closed: NonNullable<Course["closed"]>) {
  course.closed = closed;
  endWait(course, closed.at);
  const promise = promiseOf(course);
  if (promise) promise.ended = closed.at;
}

/** As if it had never been closed. `resumedAt`: the resident has spoken meanwhile, of which this question did not hear. */
function undoClose(course: Course, resumedAt: Date | null) {
  const wait = course.waits.at(-1);
  if (wait?.ended && wait.ended.getTime() === course.closed?.at.getTime()) wait.ended = null;
  const promise = course.promises.at(-1);
  if (promise?.ended && promise.ended.getTime() === course.closed?.at.getTime()) promise.ended = null;
  course.closed = null;
  if (resumedAt) resume(course, resumedAt);
}

/** What stood for its end stands no more: a promise that it had kept is owed again, and was broken if it is over. */
function reopen(course: Course, at: Date) {
  const promise = course.promises.at(-1);
  if (promise && !promise.extended) Object.assign(promise, { kept: null, ended: null });
  Object.assign(course, { answered: null, selfServed: null, closed: null, reopenings: course.reopenings + 1 });
  resume(course, at);
  if (course.first) course.waits.push({ since: at, answered: null, ended: null });
}

function resume(course: Course, at: Date) {
  for (const pause of course.pauses) pause.until ??= at;
}

function describe(course: Course, { type, at, facts }: Happening): boolean {
  if (type === "question.kindSet") {
    course.kindBefore ??= facts?.previous as QuestionKind;
    course.kinds.push({ from: at, kind: facts?.kind as QuestionKind });
  } else if (type === "question.dangerRaised" || type === "question.dangerDismissed")
    course.dangers.push({ from: at, urgent: type === "question.dangerRaised" });
  else return false;
  return true;
}

function hold(course: Course, { type, at, officerId, facts }: Happening) {
  if (type === "question.claimed" || type === "cluster.memberTaken") course.holders.push({ from: at, officerId });
  else if (type === "question.released") course.holders.push({ from: at, officerId: null });
  else if (type === "question.assigned" || type === "question.handedOver" || type === "question.dealt")
    course.holders.push({ from: at, officerId: String(facts?.toId) });
}

function isOpen({ answered, selfServed, closed }: Course): boolean {
  return !answered && !selfServed && !closed;
}

function waitOf({ waits }: Course): Wait | undefined {
  const last = waits.at(-1);
  return last && !last.answered && !last.ended ? last : undefined;
}

function endWait(course: Course, at: Date) {
  const wait = waitOf(course);
  if (wait) wait.ended = at;
}

function promiseOf({ promises }: Course): Promised | undefined {
  const last = promises.at(-1);
  return last && !last.kept && !last.extended && !last.ended ? last : undefined;
}
