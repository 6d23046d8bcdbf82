import type { Preferences } from "@/lib/officers/preferences";
import { statusOf } from "@/lib/questions/rules";
import { isUrgent } from "@/lib/questions/sorting";
import { belongs, type Viewed } from "@/lib/questions/views";
import { dutyOf } from "@/lib/sla/rules";
import { SECOND } from "@/lib/time/rules";
import { QUESTION_REASONS, type QuestionReason } from "./reasons";

export type Watched = Viewed & { id: string; threadId: string };
/** One reason for calling the officer now, its questions most pressing first. */
export type Call = { reason: QuestionReason; questions: Watched[]; desktop: boolean; sound: boolean };
/** What was there at the last look, and what the officer has been called for. */
export type Memory = { known: ReadonlySet<string>; idle: boolean; told: ReadonlySet<string>; calledAt: number };

/** Calls are so far apart at least; what comes up meanwhile comes together. */
export const CALL_PAUSE = 10 * SECOND;
/** Enough for a shift: older ones have long been answered. */
const REMEMBERED = 2_000;

/** Whether a question may call this officer: it is open, and his own or nobody's. */
function isWatched(row: Watched, officerId: string): boolean {
  return statusOf(row) === "open" && (row.assignedTo === null || row.assignedTo.id === officerId);
}

/**
 * What to call the officer for, going by what he was called for before. Each question calls once for a reason and a due time, and for one reason at a time; what
 * stood there at the first look (`before` is null) is no news.
 * @param rows the questions that may call him, as they are now
 */
export function attention(
  before: Memory | null,
  rows: readonly Watched[],
  officerId: string,
  now: Date,
  notify: Pick<Preferences["notify"], QuestionReason>,
): { memory: Memory; calls: Call[] } {
  const mine = rows.filter((row) => isWatched(row, officerId)).sort((one, other) => dueOf(one) - dueOf(other));
  const waiting = mine.filter((row) => belongs("waiting", row, officerId, now));
  const found: Record<QuestionReason, Watched[]> = {
    overdue: mine.filter((row) => belongs("overdue", row, officerId, now)),
    mineDueSoon: mine.filter((row) => row.assignedTo !== null && belongs("dueSoon", row, officerId, now)),
    // Danger is never one of many.
    newWhileIdle: before ? waiting.filter((row) => !before.known.has(row.id) && (before.idle || isUrgent(row))) : [],
  };
  const called = new Set<string>();
  const calls = QUESTION_REASONS.map((reason) => {
    const questions = found[reason].filter((row) => !called.has(row.id) && !before?.told.has(keyOf(reason, row)));
    const isOn = notify[reason].desktop || notify[reason].sound;
    if (isOn) for (const { id } of questions) called.add(id);
    return { reason, questions: isOn ? questions : [], ...notify[reason] };
  }).filter(({ questions }) => questions.length > 0);
  if (before && calls.length > 0 && now.getTime() - before.calledAt < CALL_PAUSE) return { memory: before, calls: [] };

  const told = [...(before?.told ?? []), ...QUESTION_REASONS.flatMap((reason) => found[reason].map((row) => keyOf(reason, row)))];
  const memory = {
    known: new Set(mine.map(({ id }) => id)),
    idle: waiting.length === 0,
    told: new Set(told.slice(-REMEMBERED)),
    calledAt: before && calls.length > 0 ? now.getTime() : (before?.calledAt ?? 0),
  };
  return { memory, calls: before ? calls : [] };
}

/** When something is owed for a question, in milliseconds. */
export function dueOf(row: Watched): number {
  return dutyOf(row, null).at?.getTime() ?? Number.POSITIVE_INFINITY;
}

function keyOf(reason: QuestionReason, row: Watched): string {
  return `${reason} ${row.id} ${reason === "newWhileIdle" ? "" : dueOf(row)}`;
}
