import { z } from "zod";
import { minutesOf } from "./calendar";
import { LONGEST_ANSWER_MINUTES, QUESTION_KINDS } from "./rules";

const DAYS = 7;
const MAX_PERIODS = 6;
const MAX_SPECIAL_DAYS = 400;
const MAX_RULES = 40;
const MAX_STEPS = 10;
/** Long targets are counted day by day: over a week with less they would never end. */
const LEAST_MINUTES_A_WEEK = 60;
const WEEK_OF_MINUTES = 7 * 24 * 60;

/** A time of day: 00:00 to 24:00, so that a period can last until midnight. */
const timeOfDay = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, "invalidTime");
const period = z.object({ from: timeOfDay, to: timeOfDay }).refine(({ from, to }) => from < to, { error: "periodBackwards", abort: true });
/** Duty hours of one day, in order. */
const periods = z
  .array(period)
  .max(MAX_PERIODS)
  .refine((day) => day.every(({ from }, index) => index === 0 || (day[index - 1]?.to ?? "") <= from), "periodsOverlap");
/** A day as 2026-11-22. */
export const calendarDay = z.iso.date("invalidDay");

const minutesIn = (all: readonly z.output<typeof period>[]) => all.reduce((sum, { from, to }) => sum + minutesOf(to) - minutesOf(from), 0);

/**
 * 工作日历: the duty hours of a week, and the days that differ from it: a holiday has none, a make-up workday (调休) its own.
 * `week` begins with Monday. All of it is the account's local time.
 */
export const calendarInput = z
  .object({
    week: z.array(periods).length(DAYS),
    days: z
      .array(z.object({ day: calendarDay, name: z.string().trim().max(40), periods }))
      .max(MAX_SPECIAL_DAYS)
      .refine((days) => new Set(days.map(({ day }) => day)).size === days.length, "dayTwice"),
  })
  .refine(({ week }) => week.some((day) => day.length > 0), { error: "calendarEmpty", abort: true })
  .refine(({ week }) => minutesIn(week.flat()) >= LEAST_MINUTES_A_WEEK, "weekTooShort");

const minutes = z.number().int().min(1, "noMinutes").max(WEEK_OF_MINUTES);
/** Minutes owed for what comes within duty hours, and, from the beginning of duty, for what comes outside them. */
const target = z.object({ minutes, outsideMinutes: minutes });

const rule = z.object({
  /** Empty: every kind. */
  kinds: z.array(z.enum(QUESTION_KINDS)),
  priority: z.enum(["any", "urgent", "calm"]),
  /** Only what comes on these days of the week (1 is Monday) between these times; null: at any time. */
  band: z
    .object({ days: z.array(z.number().int().min(1).max(DAYS)).min(1), from: timeOfDay, to: timeOfDay })
    .refine(({ from, to }) => from < to, "periodBackwards")
    .nullable(),
  /** Minutes count around the clock, whatever the calendar says. Urgent questions always do. */
  aroundTheClock: z.boolean(),
  firstResponse: target,
  nextResponse: target,
  /** 实质答复: counted minutes until the answer, waiting for the resident's own facts left out; null: no target. */
  answerMinutes: z.number().int().min(1, "noMinutes").max(LONGEST_ANSWER_MINUTES).nullable(),
  promise: z.object({ workdays: z.number().int().min(1).max(60), extensions: z.number().int().min(0).max(5) }),
});

/** 时限规则: the first rule that fits holds; the last fits everything. `escalation` and the alarms go for the whole account. */
export const policyInput = z.object({
  rules: z
    .array(rule)
    .min(1)
    .max(MAX_RULES)
    .refine((rules) => {
      const last = rules.at(-1);
      return last?.kinds.length === 0 && last.priority === "any" && last.band === null;
    }, "lastRuleNotForAll"),
  escalation: z.object({
    /** Who is told, and how many minutes before it is due; negative: after. Each once, in this order. */
    steps: z
      .array(z.object({ minutesBefore: z.number().int().min(-1_440).max(1_440), to: z.enum(["shift", "supervisors", "admins"]) }))
      .max(MAX_STEPS)
      .refine(
        (steps) =>
          steps.every(({ minutesBefore }, index) => index === 0 || minutesBefore <= (steps[index - 1]?.minutesBefore ?? minutesBefore)),
        "stepsOutOfOrder",
      ),
    /** The last step again every so many minutes until somebody acknowledges it; null: once. */
    repeatMinutes: z.number().int().min(1).max(1_440).nullable(),
  }),
  /** An alarm when no message came for so long where at least `usual` came on average at that hour of the week; null: never. */
  silence: z.object({ minutes: z.number().int().min(2).max(1_440), usual: z.number().int().min(1).max(100_000) }).nullable(),
  /** An alarm when it is duty time and nobody has been on duty for so long; null: never. */
  nobodyOnDutyMinutes: z.number().int().min(1).max(1_440).nullable(),
});

/** `effectiveFrom`: null for as soon as may be. `seen`: the one that the officer saw as saved last; null: none. */
const succession = { accountId: z.uuid(), effectiveFrom: z.date().nullable(), seen: z.uuid().nullable() };
export const savePolicyInput = z.object({ ...succession, policy: policyInput });
export const saveCalendarInput = z.object({ ...succession, calendar: calendarInput });
export const withdrawPolicyInput = z.object({ policyId: z.uuid() });
export const withdrawCalendarInput = z.object({ calendarId: z.uuid() });

export type SavePolicy = z.output<typeof savePolicyInput>;
export type SaveCalendar = z.output<typeof saveCalendarInput>;
export type WithdrawPolicy = z.output<typeof withdrawPolicyInput>;
export type WithdrawCalendar = z.output<typeof withdrawCalendarInput>;
export type Period = z.output<typeof period>;
export type Calendar = z.output<typeof calendarInput>;
export type Policy = z.output<typeof policyInput>;
export type PolicyRule = Policy["rules"][number];
export type EscalationStep = Policy["escalation"]["steps"][number];
