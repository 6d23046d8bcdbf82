import { after, DAY, HOUR, MINUTE, SECOND } from "@/lib/time/rules";

/** What other systems can be told of. */
export const NOTICE_TYPES = [
  ...(["question.opened", "question.answered", "question.closed", "question.reopened"] as const),
  ...(["reply.sent", "reply.failed", "reply.unknown"] as const),
  ...(["promise.made", "promise.kept", "promise.missed"] as const),
] as const;
export type NoticeType = (typeof NOTICE_TYPES)[number];
/** What is sent when somebody tries a subscriber out. */
export const TRIAL = "desk.trial";

/** How long something is tried, from its first try. */
const GIVE_UP_AFTER = DAY;
export const NOTICE_LEASE_SECONDS = 60;
/** How long what has ended stays in the log. */
export const KEEP_NOTICES_DAYS = 30;
/** How long the former secret signs beside the new one. */
export const FORMER_SECRET_SIGNS = DAY;
/** A subscriber that answers is sent so many at once; one that does not, one. */
export const MOST_AT_ONCE = 4;

/** Pauses before the next try of one notice. */
const PAUSES = [5 * SECOND, 30 * SECOND, 2 * MINUTE, 10 * MINUTE, 30 * MINUTE, HOUR, 2 * HOUR, 4 * HOUR];
/** A subscriber that failed is left in peace no longer than so. */
const LONGEST_PEACE = 5 * MINUTE;

/** When a notice that was not taken is tried again, after so many tries; null: it has been tried for a day. */
export function retryAt(attempts: number, firstTriedAt: Date, at: Date): Date | null {
  const next = after(at, pauseAfter(attempts));
  return next.getTime() - firstTriedAt.getTime() > GIVE_UP_AFTER ? null : next;
}

/** Until when a subscriber that failed so many times in a row is sent nothing. */
export function peaceUntil(failures: number, at: Date): Date {
  return after(at, Math.min(pauseAfter(failures), LONGEST_PEACE));
}

function pauseAfter(times: number): number {
  return PAUSES[Math.min(times, PAUSES.length) - 1] ?? 0;
}
