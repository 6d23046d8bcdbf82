import { after, clamp, MINUTE, SECOND } from "@/lib/time/rules";

/** 咨询、求助、投诉、举报、建议: a policy may ask for each to be answered in a time of its own. */
export const QUESTION_KINDS = ["inquiry", "help", "complaint", "report", "suggestion"] as const;
export type QuestionKind = (typeof QUESTION_KINDS)[number];

/** 首次回应: ten minutes, unless the account's policy says otherwise. */
export const FIRST_RESPONSE_MINUTES = 10;
/** Thirty days around the clock, ninety workdays of eight hours: whoever takes a message in counts it day by day. */
export const LONGEST_ANSWER_MINUTES = 30 * 24 * 60;
export const DUE_SOON_MINUTES = 3;
/** The officer may take a reply back for so long before WeChat is called; the shown countdown already subtracts it. */
export const UNDO_SECONDS = 5;
/** A difference between WeChat's clock and ours worth an alarm. */
const SKEW_ALARM_SECONDS = 60;
/** A question within so long of the last answer is not new volume. */
export const SAME_MATTER_HOURS = 24;

/** So long processes may work with terms that were saved anew meanwhile: before that nothing saved begins. */
export const UNKNOWN_FOR = 10 * SECOND;

/** The earliest instant from which terms that are saved at an instant may hold; what holds by then is not taken away any more. */
export function earliestBeginning(at: Date): Date {
  return after(at, UNKNOWN_FOR);
}

/** The facts about one question that its clocks are computed from. */
export type ResponseClock = {
  openedAt: Date;
  targetMinutes: number;
  /** The beginning of duty from which they count, for what came outside its hours. */
  countedFrom: Date | null;
  dueAt: Date;
  firstRepliedAt: Date | null;
  /** After a first response: since when the resident waits again, and the clock of that waiting. */
  waitingSince: Date | null;
  nextMinutes: number | null;
  nextCountedFrom: Date | null;
  nextDueAt: Date | null;
  promisedAt: Date | null;
  /** The minutes in which an answer is owed, null for no target; until when, null also while the clock stands still; for how long it did. */
  answerMinutes: number | null;
  answerDueAt: Date | null;
  answerPausedMinutes: number;
  answeredAt: Date | null;
  closedAt: Date | null;
};

/** `selfServed`: a standing answer settled it; a line of its own, neither met nor breached. */
export type FirstResponse = "met" | "breached" | "dueSoon" | "running" | "selfServed";

/** What an officer has to do next, and until when. `none`: the next word is the resident's. */
export type Duty =
  | { milestone: "firstResponse" | "nextResponse" | "promise" | "answer" | "window"; at: Date }
  | { milestone: "none"; at: null };
export type DutyState = "running" | "dueSoon" | "late" | "none";

/** When a message counts as said: WeChat's CreateTime, never earlier than 60 s before it reached us and never later than that. */
export function saidAt(createTime: Date, receivedAt: Date): Date {
  return clamp(createTime, after(receivedAt, -60 * SECOND), receivedAt);
}

/** Seconds by which WeChat's clock differs from ours, or null when within tolerance. */
export function alarmingSkew(createTime: Date, receivedAt: Date): number | null {
  const seconds = Math.round((createTime.getTime() - receivedAt.getTime()) / SECOND);
  return Math.abs(seconds) > SKEW_ALARM_SECONDS ? seconds : null;
}

/** How the ten-minute promise of one question stands. A response at the very instant it was due is in time. */
export function firstResponse(clock: ResponseClock, now: Date): FirstResponse {
  if (clock.firstRepliedAt) return clock.firstRepliedAt <= clock.dueAt ? "met" : "breached";
  if (clock.answeredAt) return "selfServed";
  const ended = clock.closedAt ?? now;
  if (ended > clock.dueAt) return "breached";
  return clock.dueAt.getTime() - now.getTime() <= DUE_SOON_MINUTES * MINUTE ? "dueSoon" : "running";
}

/** The next thing owed for a question: the soonest of what we promised it, or the end of WeChat's window if that comes sooner. */
export function dutyOf(clock: ResponseClock, windowClosesAt: Date | null): Duty {
  if (clock.answeredAt || clock.closedAt) return { milestone: "none", at: null };
  const owed = owedBy(clock);
  if (!owed.at) return owed;
  if (windowClosesAt && windowClosesAt > clock.openedAt && windowClosesAt < owed.at) return { milestone: "window", at: windowClosesAt };
  return owed;
}

/** The milliseconds an officer still has, the seconds of undo already subtracted; negative when late. */
export function remainingFor(at: Date, now: Date): number {
  return at.getTime() - UNDO_SECONDS * SECOND - now.getTime();
}

/** Shape, word and colour of a countdown. */
export function stateOf(duty: Duty, now: Date): DutyState {
  if (!duty.at) return "none";
  const remaining = remainingFor(duty.at, now);
  if (remaining < 0) return "late";
  return remaining <= DUE_SOON_MINUTES * MINUTE ? "dueSoon" : "running";
}

/**
 * How the deadline was made, as the key of a sentence and its arguments. `Outside`: it came outside duty hours, and minutes count from
 * their beginning, `counted`. `Across`: duty ended before the minutes had, and the rest counts from when it began again. `Paused`: those
 * of an answer stood still while the resident was asked for facts of their own.
 */
export function explainDuty(clock: ResponseClock, duty: Duty): { key: Explanation; values: Explained } {
  if (duty.milestone === "answer") return explainAnswer(clock, duty.at);
  const isNext = duty.milestone === "nextResponse" && clock.waitingSince !== null;
  const from = (isNext ? clock.waitingSince : null) ?? clock.openedAt;
  const minutes = (isNext ? clock.nextMinutes : null) ?? clock.targetMinutes;
  const countedFrom = isNext ? clock.nextCountedFrom : clock.countedFrom;
  const at = duty.at ?? from;
  const values = { from, counted: countedFrom ?? from, minutes, paused: 0, at, undo: UNDO_SECONDS };
  if (duty.milestone !== "firstResponse" && duty.milestone !== "nextResponse") return { key: `explain.${duty.milestone}`, values };
  const isAcross = at.getTime() - values.counted.getTime() > minutes * MINUTE;
  return { key: `explain.${duty.milestone}${countedFrom ? "Outside" : isAcross ? "Across" : ""}`, values };
}

type Counted = "firstResponse" | "nextResponse";
type Explanation = `explain.${Duty["milestone"]}` | `explain.${Counted}${"Outside" | "Across"}` | `explain.answer${AnswerMade}`;
type AnswerMade = "" | "Across" | "Paused" | "PausedAcross";
type Explained = { from: Date; counted: Date; minutes: number; paused: number; at: Date; undo: number };

function explainAnswer(clock: ResponseClock, at: Date): { key: Explanation; values: Explained } {
  const { openedAt: from, answerMinutes, answerPausedMinutes: paused } = clock;
  const minutes = answerMinutes ?? 0;
  // The minutes of the pauses are rounded.
  const isAcross = at.getTime() - from.getTime() > (minutes + paused + 1) * MINUTE;
  const made: AnswerMade = `${paused > 0 ? "Paused" : ""}${isAcross ? "Across" : ""}`;
  return { key: `explain.answer${made}`, values: { from, counted: from, minutes, paused, at, undo: UNDO_SECONDS } };
}

/** Of two that fall on one instant the one that is written first. */
function owedBy(clock: ResponseClock): Duty {
  const { firstRepliedAt, waitingSince, promisedAt } = clock;
  const next = waitingSince && (clock.nextDueAt ?? after(waitingSince, clock.targetMinutes * MINUTE));
  const owed = [
    { milestone: "firstResponse", at: firstRepliedAt ? null : clock.dueAt },
    { milestone: "nextResponse", at: firstRepliedAt ? next : null },
    { milestone: "promise", at: firstRepliedAt ? promisedAt : null },
    { milestone: "answer", at: clock.answerDueAt },
  ] as const;
  return owed.reduce<Duty>((soonest, { milestone, at }) => (at && (!soonest.at || at < soonest.at) ? { milestone, at } : soonest), {
    milestone: "none",
    at: null,
  });
}
