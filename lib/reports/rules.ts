import { DAY } from "@/lib/time/rules";

/**
 * 首次回应、实质答复、后续回应、承诺. A question owes a first response and an answer; each wait of its resident after the first response
 * owes a next response; each interim reply makes a promise.
 */
export const MILESTONES = ["first", "answer", "next", "promise"] as const;
export type Milestone = (typeof MILESTONES)[number];

/**
 * What is counted of questions, by the day on which they opened.
 * opened: all. fresh: new volume. followUps: within 24 hours of an answer on the same thread. urgent: named a danger.
 * owed: the first response was given, or its time has passed without one. responded, onTime (by its due time), late; within10 and within3:
 * at most 600 and 180 seconds after the counting began. running: neither given nor due yet, open.
 * selfServed: by a standing answer alone. unanswered: closed without a reply. answered: has an answer of a person that stands.
 * reopened: at least once. open: not ended. rated; satisfied: satisfied or fair; solved: rated anything but not solved.
 */
export const QUESTION_MEASURES = [
  "opened",
  "fresh",
  "followUps",
  "urgent",
  "owed",
  "responded",
  "onTime",
  "late",
  "within10",
  "within3",
  "running",
  "selfServed",
  "unanswered",
  "answered",
  "reopened",
  "open",
  "rated",
  "satisfied",
  "solved",
] as const;

/**
 * What is counted of what else was owed: next responses by the day on which the resident began to wait, promises by the day on which
 * they were made. nextOwed: given, or its time has passed. nextDropped: ended before it was due, without one.
 * promised: all. promisesExtended: another one took its place in time.
 */
export const DUTY_MEASURES = [
  "nextOwed",
  "nextResponded",
  "nextOnTime",
  "nextLate",
  "nextRunning",
  "nextDropped",
  "promised",
  "promisesKept",
  "promisesBroken",
  "promisesExtended",
  "promisesRunning",
] as const;

export type QuestionMeasure = (typeof QUESTION_MEASURES)[number];
export type DutyMeasure = (typeof DUTY_MEASURES)[number];
export type Measure = QuestionMeasure | DutyMeasure;
export const MEASURES = [...QUESTION_MEASURES, ...DUTY_MEASURES] as const;

/**
 * Why something was late, the first that holds: WeChat did not take a reply in time; nobody was on duty; the officer who held it handed it
 * over or went off duty; many asked the same at once; it was due as duty began; it was put off; an officer held it; nobody took it up.
 */
export const REASONS = ["wechat", "nobodyOnDuty", "handOver", "crowd", "dutyBegan", "snoozed", "held", "unclaimed"] as const;
export type Reason = (typeof REASONS)[number];

/** 满意、基本满意、不满意、未解决. */
export const SCORES = ["satisfied", "fair", "unsatisfied", "notSolved"] as const;
export type Score = (typeof SCORES)[number];

export const MAX_MONTHS = 24;
export const DEFAULT_DAYS = 7;
export const DRILL_PAGE = 50;

/** Local days, both included, as 2026-11-22. */
export type Period = { from: string; to: string };
export const COMPARISONS = ["none", "previous", "lastYear"] as const;
export type Comparison = (typeof COMPARISONS)[number];

/** How many days a period has. */
export function daysOf({ from, to }: Period): number {
  return (instantOf(to) - instantOf(from)) / DAY + 1;
}

/** The day `days` after (or, negative, before) a day. */
export function dayAfter(day: string, days: number): string {
  return new Date(instantOf(day) + days * DAY).toISOString().slice(0, 10);
}

/**
 * The period to hold another one against: as many days just before it, or the same days of the year before (29 February: the 28th);
 * null for none.
 */
export function comparedWith(period: Period, compare: Comparison): Period | null {
  if (compare === "none") return null;
  if (compare === "lastYear") return { from: yearBefore(period.from), to: yearBefore(period.to) };
  const days = daysOf(period);
  return { from: dayAfter(period.from, -days), to: dayAfter(period.to, -days) };
}

function yearBefore(day: string): string {
  const year = String(Number(day.slice(0, 4)) - 1).padStart(4, "0");
  return day.endsWith("-02-29") ? `${year}-02-28` : year + day.slice(4);
}

function instantOf(day: string): number {
  return Date.parse(`${day}T00:00:00Z`);
}
