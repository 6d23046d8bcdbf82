import { dayNumber, daysLater, mondayOf } from "@/lib/time/zones";

/**
 * 首次回应、实质答复、后续回应、承诺. A question owes a first response and an answer; each wait of its resident after the first response
 * owes a next response; each interim reply makes a promise.
 */
const MILESTONES = ["first", "answer", "next", "promise"] as const;
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
 * they were made, answers by the day on which the question opened, where its policy has a target for them. nextOwed: given, or its time has
 * passed. nextDropped: the question ended before it was due, without one.
 * promised: all. promisesExtended: another one took its place in time. promisesDropped: closed before it was due.
 * answersOwed: given, or its time has passed. answersDropped: closed before it was due, or a standing answer settled the question.
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
  "promisesDropped",
  "promisesRunning",
  "answersOwed",
  "answersOnTime",
  "answersLate",
  "answersRunning",
  "answersDropped",
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

/** 满意、一般、不满意、没有解决. */
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
  return dayNumber(to) - dayNumber(from) + 1;
}

/**
 * The period to hold another one against; null for none. One that begins with a week, a month or a year is held against the same days of
 * the one before, a whole one against a whole one, or every Monday would look like a collapse; any other against as many days just before.
 */
export function comparedWith(period: Period, compare: Comparison): Period | null {
  if (compare === "none") return null;
  if (compare === "lastYear") return monthsBack(period, 12);
  const [days, { from, to }] = [daysOf(period), period];
  if (from.endsWith("-01-01") && from.slice(0, 4) === to.slice(0, 4) && days > 31) return monthsBack(period, 12);
  if (from.endsWith("-01") && from.slice(0, 7) === to.slice(0, 7) && days > 7) return monthsBack(period, 1);
  const back = days > 1 && days <= 7 && mondayOf(from) === from ? 7 : days;
  return { from: daysLater(from, -back), to: daysLater(to, -back) };
}

/** The end of a month stays one, if the period began with one. */
function monthsBack({ from, to }: Period, months: number): Period {
  const next = daysLater(to, 1);
  const whole = from.endsWith("-01") && next.endsWith("-01");
  return { from: monthsBefore(from, months), to: whole ? daysLater(monthsBefore(next, months), -1) : monthsBefore(to, months) };
}

/** The same day of an earlier month, or its last one. */
function monthsBefore(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const last = new Date(Date.UTC(year, month - months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 - months, Math.min(date, last))).toISOString().slice(0, 10);
}
