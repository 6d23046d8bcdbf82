import { QUESTION_KINDS, type QuestionKind } from "@/lib/sla/rules";
import { answerClock, nextClock, startClock, type Terms } from "@/lib/sla/terms";

/** The clock that starts when a message makes a resident wait again, and for which questions: "complaint urgent", "inquiry calm". */
export type NextClock = { holds_for: string[]; minutes: number; counted_from: Date | null; due_at: Date };

/** What receive_messages() writes of the clock that a message starts when it opens a question. */
export function clockColumns(terms: Terms, asked: { at: Date; kind: QuestionKind; urgent: boolean }) {
  const { dueAt, targetMinutes, countedFrom, policyId, calendarId, warnMinutes } = startClock(terms, asked);
  const { answerMinutes, answerAroundTheClock, answerDueAt } = answerClock(terms, asked);
  return {
    ...{ due_at: dueAt, target_minutes: targetMinutes, counted_from: countedFrom },
    ...{ policy_id: policyId, calendar_id: calendarId, warn_minutes: warnMinutes },
    ...{ answer_minutes: answerMinutes, answer_around_the_clock: answerAroundTheClock, answer_due_at: answerDueAt },
  };
}

/** The same for the question that a message joins, of which only the database knows the kind and whether a danger stands above it. */
export function nextClocks(terms: Terms, at: Date): NextClock[] {
  const clocks = new Map<string, NextClock>();
  for (const kind of QUESTION_KINDS) {
    for (const urgent of [false, true]) {
      const { nextMinutes, nextCountedFrom, nextDueAt } = nextClock(terms, { at, kind, urgent });
      const key = `${nextMinutes} ${nextCountedFrom?.getTime()} ${nextDueAt.getTime()}`;
      const clock = clocks.get(key) ?? { holds_for: [], minutes: nextMinutes, counted_from: nextCountedFrom, due_at: nextDueAt };
      clock.holds_for.push(`${kind} ${urgent ? "urgent" : "calm"}`);
      clocks.set(key, clock);
    }
  }
  return [...clocks.values()];
}
