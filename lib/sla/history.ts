import { answerDue, type Pause } from "./answering";
import type { QuestionKind, ResponseClock } from "./rules";
import { type Book, ignoresHours, ruleOf, type StartedClock, startClock, termsAt } from "./terms";

/** What happened to one question, in the order in which it was recorded, which is not always that of its instants. */
export type HistoryEntry = { at: Date } & (
  | /** The resident wrote something with content. `urgent`: it names a danger. */ { type: "said"; urgent: boolean }
  | {
      /** WeChat took a reply of ours. */
      type: "replied";
      kind: "answer" | "ask" | "interim";
      /** Whether it is a response of a person: no bare 收悉. */
      counts: boolean;
      /** 常备答复: it settles the question and is no response. */
      standing: boolean;
      promisedAt: Date | null;
      /** When the first was said that its officer had not seen; null: all was seen. */
      unseenSince: Date | null;
      /** The thread's next message joins another question: this one's answer is owed whatever is asked. */
      isApart?: boolean;
    }
  | { type: "kindSet"; kind: QuestionKind }
  | {
      type: "closeUndone";
      /** The resident has spoken meanwhile, in another question. */
      isApart?: boolean;
    }
  | { type: "closed" | "reopened" | "dangerRaised" | "dangerDismissed" }
);

/** `kind` and `urgent` as they were when it opened: guessed from the words that opened it. */
export type History = { openedAt: Date; kind: QuestionKind; urgent: boolean; entries: readonly HistoryEntry[] };

/**
 * Something due to the resident: `metAt` when it came, `selfServedAt` when a standing answer made it needless, `endedAt` when a closing or
 * a later promise did. `dueAt` is null for an answer alone, while the resident was asked for facts of their own and its clock stands still.
 */
export type Milestone<Due = Date> = { from: Date; dueAt: Due; metAt: Date | null; selfServedAt: Date | null; endedAt: Date | null };
type CountedMilestone = Milestone & Pick<StartedClock, "targetMinutes" | "countedFrom" | "policyId" | "calendarId">;
type AnswerMilestone = Milestone<Date | null> & { targetMinutes: number; pausedMinutes: number };
/** `selfServed` is a line of its own in reports; `ended`: closed in time, or another promise took its place in time. */
export type Outcome = "met" | "breached" | "selfServed" | "ended" | "running";

export type QuestionClock = {
  firstResponse: CountedMilestone;
  nextResponses: CountedMilestone[];
  promises: Milestone[];
  /** Null where the policy has no target for it. */
  answer: AnswerMilestone | null;
  /** What a question's row keeps of all this: dutyOf() says from it what is owed now, and explainDuty() why. */
  row: ResponseClock;
};

type State = {
  kind: QuestionKind;
  urgent: boolean;
  firstRepliedAt: Date | null;
  waiting: CountedMilestone | null;
  nextResponses: CountedMilestone[];
  promise: Milestone | null;
  promises: Milestone[];
  pauses: Pause[];
  answeredAt: Date | null;
  selfServedAt: Date | null;
  closedAt: Date | null;
};

/**
 * Every clock of a question, made anew from what happened to it and from what its account promised at the time. Nothing else goes in:
 * not the present, not what the row keeps. Putting a question off, taking it up and handing it over are no part of it, because they
 * stop no clock; splitting one starts the other half's, and leaves this one's as it is.
 */
export function clockOf(history: History, book: Book): QuestionClock {
  const state = stateAfter(history, book);
  const { openedAt, kind, urgent } = history;
  const started = startClock(termsAt(book, openedAt), { at: openedAt, kind, urgent });
  const { firstRepliedAt, waiting, promise, answeredAt, selfServedAt, closedAt } = state;
  const answer = answerOf(history, book, state);
  return {
    firstResponse: { ...counted(openedAt, started), ...(firstRepliedAt ? { metAt: firstRepliedAt } : { selfServedAt, endedAt: closedAt }) },
    nextResponses: state.nextResponses.map((wait) => (wait === waiting ? { ...wait, endedAt: closedAt } : wait)),
    promises: state.promises.map((one) => (one === promise ? { ...one, ...endOf(state) } : one)),
    answer,
    row: {
      openedAt,
      targetMinutes: started.targetMinutes,
      countedFrom: started.countedFrom,
      dueAt: started.dueAt,
      firstRepliedAt,
      waitingSince: waiting?.from ?? null,
      nextMinutes: waiting?.targetMinutes ?? null,
      nextCountedFrom: waiting?.countedFrom ?? null,
      nextDueAt: waiting?.dueAt ?? null,
      promisedAt: promise?.dueAt ?? null,
      answerMinutes: answer?.targetMinutes ?? null,
      answerDueAt: answer?.dueAt ?? null,
      answerPausedMinutes: Math.round(answer?.pausedMinutes ?? 0),
      answeredAt,
      closedAt,
    },
  };
}

/** How something due stands. What comes at the very instant is in time. */
export function outcomeOf({ dueAt, metAt, selfServedAt, endedAt }: Milestone<Date | null>, now: Date): Outcome {
  if (!metAt && selfServedAt) return "selfServed";
  if (dueAt && (metAt ?? endedAt ?? now) > dueAt) return "breached";
  if (metAt) return "met";
  return endedAt ? "ended" : "running";
}

function stateAfter({ kind, urgent, entries }: History, book: Book): State {
  const state: State = {
    ...{ kind, urgent, firstRepliedAt: null, waiting: null, nextResponses: [], promise: null, promises: [] },
    ...{ pauses: [], answeredAt: null, selfServedAt: null, closedAt: null },
  };
  for (const entry of entries) happens(state, entry, book);
  return state;
}

function happens(state: State, entry: HistoryEntry, book: Book): void {
  const isOpen = state.answeredAt === null && state.closedAt === null;
  switch (entry.type) {
    case "said":
      if (!isOpen) return;
      state.urgent ||= entry.urgent;
      resume(state, entry.at);
      if (state.firstRepliedAt && !state.waiting) wait(state, entry.at, book);
      return;
    case "replied":
      if (isOpen) replied(state, entry, book);
      return;
    case "kindSet":
      state.kind = entry.kind;
      return;
    case "dangerRaised":
    case "dangerDismissed":
      state.urgent = entry.type === "dangerRaised";
      return;
    case "closed":
      if (isOpen) state.closedAt = entry.at;
      return;
    case "closeUndone":
      state.closedAt = null;
      if (entry.isApart) resume(state, entry.at);
      return;
    case "reopened":
      if (!isOpen) reopened(state, entry.at, book);
  }
}

function replied(state: State, reply: Extract<HistoryEntry, { type: "replied" }>, book: Book): void {
  const { at, kind, unseenSince, isApart = false } = reply;
  if (reply.standing) {
    state.answeredAt = at;
    state.selfServedAt = at;
    endWait(state, { selfServedAt: at });
  } else if (reply.counts) {
    state.firstRepliedAt ??= at;
    const isUnseen = unseenSince !== null && state.waiting?.from.getTime() === unseenSince.getTime();
    if (kind === "answer") {
      state.answeredAt = at;
      // What it had not seen opens a question of its own, under a clock of its own.
      if (isUnseen) state.nextResponses.pop();
    }
    if (kind === "answer" || !isUnseen) endWait(state, { metAt: at });
    if (kind !== "answer" && unseenSince && !isUnseen) wait(state, unseenSince, book);
    if (kind === "interim" && reply.promisedAt) promised(state, at, reply.promisedAt);
    const pauses = kind === "ask" && !unseenSince && !isApart && state.pauses.every(({ until }) => until !== null);
    if (pauses) state.pauses.push({ from: at, until: null });
  }
}

/** A wrong ending: whoever never had a response is due when it always was, and whoever had one waits from the reopening on. */
function reopened(state: State, at: Date, book: Book): void {
  endWait(state, { endedAt: state.closedAt });
  state.answeredAt = null;
  state.selfServedAt = null;
  state.closedAt = null;
  resume(state, at);
  if (state.firstRepliedAt) wait(state, at, book);
}

function promised(state: State, at: Date, dueAt: Date): void {
  if (state.promise) state.promise.endedAt = at;
  state.promise = { from: at, dueAt, metAt: null, selfServedAt: null, endedAt: null };
  state.promises.push(state.promise);
}

function wait(state: State, at: Date, book: Book): void {
  const { kind, urgent } = state;
  state.waiting = counted(at, startClock(termsAt(book, at), { at, kind, urgent }, "nextResponse"));
  state.nextResponses.push(state.waiting);
}

function endWait(state: State, how: Partial<Pick<Milestone, "metAt" | "selfServedAt" | "endedAt">>): void {
  if (state.waiting) Object.assign(state.waiting, how);
  state.waiting = null;
}

function resume(state: State, at: Date): void {
  for (const pause of state.pauses) pause.until ??= at;
}

function counted(from: Date, { dueAt, targetMinutes, countedFrom, policyId, calendarId }: StartedClock): CountedMilestone {
  return { from, dueAt, metAt: null, selfServedAt: null, endedAt: null, targetMinutes, countedFrom, policyId, calendarId };
}

function answerOf({ openedAt, kind, urgent }: History, book: Book, state: State): AnswerMilestone | null {
  const terms = termsAt(book, openedAt);
  const asked = { at: openedAt, kind, urgent };
  const rule = ruleOf(terms, asked);
  if (rule.answerMinutes === null) return null;
  const hours = ignoresHours(rule, asked) ? null : terms;
  return {
    from: openedAt,
    ...answerDue(hours, openedAt, rule.answerMinutes, state.pauses),
    targetMinutes: rule.answerMinutes,
    ...endOf(state),
  };
}

function endOf({ answeredAt, selfServedAt, closedAt }: State): Pick<Milestone, "metAt" | "selfServedAt" | "endedAt"> {
  return { metAt: selfServedAt ? null : answeredAt, selfServedAt, endedAt: closedAt };
}
