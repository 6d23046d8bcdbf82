import { after, later, MINUTE } from "@/lib/time/rules";
import { addDutyMinutes, type DutyHours, dutyMinutesBetween } from "./calendar";

/** While the resident was asked for facts of their own; `until` is null while nothing has come. */
export type Pause = { from: Date; until: Date | null };
/** Until when an answer is owed, null while its clock stands still, and the counted minutes for which it stood still. */
export type AnswerDue = { dueAt: Date | null; pausedMinutes: number };
/** What a question's row keeps of the answer's clock: an instant for every pause, and one for every pause that has ended. */
export type KeptAnswer = {
  openedAt: Date;
  answerMinutes: number | null;
  answerAroundTheClock: boolean;
  answerPausedAt: readonly Date[];
  answerResumedAt: readonly Date[];
};
type AnswerColumns = { answerDueAt: Date | null; answerPausedMinutes: number; answerPausedAt?: Date[]; answerResumedAt?: Date[] };

/**
 * Minutes count but for the pauses, which follow each other as instants do not always: a message may be said before we knew our question taken.
 * @param hours null: every minute counts
 */
export function answerDue(hours: DutyHours | null, openedAt: Date, minutes: number, pauses: readonly Pause[]): AnswerDue {
  const minutesUpTo = (from: Date, until: Date) =>
    hours ? dutyMinutesBetween(hours, from, until) : Math.max(0, until.getTime() - from.getTime()) / MINUTE;
  let [from, left, pausedMinutes] = [openedAt, minutes, 0];
  for (const pause of pauses.toSorted((one, other) => one.from.getTime() - other.from.getTime())) {
    const start = later(pause.from, from);
    if (pause.until && pause.until <= start) continue;
    const runs = minutesUpTo(from, start);
    if (runs >= left) break;
    if (!pause.until) return { dueAt: null, pausedMinutes };
    left -= runs;
    pausedMinutes += minutesUpTo(start, pause.until);
    from = pause.until;
  }
  return { dueAt: hours ? addDutyMinutes(hours, from, left) : after(from, left * MINUTE), pausedMinutes };
}

/** The columns that change as the resident is asked for facts of their own. @param opening the terms of the question's opening */
export function pauseAnswer(kept: KeptAnswer, opening: DutyHours, at: Date): AnswerColumns | Record<string, never> {
  if (kept.answerMinutes === null || isPaused(kept)) return {};
  const answerPausedAt = [...kept.answerPausedAt, at];
  return { answerPausedAt, ...recountAnswer({ ...kept, answerPausedAt }, opening) };
}

/** The columns that change as the resident speaks again, or the question is reopened. @param opening as above */
export function resumeAnswer(kept: KeptAnswer, opening: DutyHours, at: Date): AnswerColumns | Record<string, never> {
  if (!isPaused(kept)) return {};
  const answerResumedAt = [...kept.answerResumedAt, at];
  return { answerResumedAt, ...recountAnswer({ ...kept, answerResumedAt }, opening) };
}

/** What the pauses that a row keeps come to. @param opening as above */
export function recountAnswer(kept: KeptAnswer, opening: DutyHours): AnswerColumns {
  const { openedAt, answerMinutes, answerAroundTheClock, answerPausedAt, answerResumedAt } = kept;
  if (answerMinutes === null) return { answerDueAt: null, answerPausedMinutes: 0 };
  const pauses = answerPausedAt.map((from, index) => ({ from, until: answerResumedAt[index] ?? null }));
  const { dueAt, pausedMinutes } = answerDue(answerAroundTheClock ? null : opening, openedAt, answerMinutes, pauses);
  return { answerDueAt: dueAt, answerPausedMinutes: Math.round(pausedMinutes) };
}

/** Whether the answer's clock stands still. */
function isPaused({ answerPausedAt, answerResumedAt }: Pick<KeptAnswer, "answerPausedAt" | "answerResumedAt">): boolean {
  return answerPausedAt.length > answerResumedAt.length;
}
