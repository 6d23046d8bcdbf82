import { after, earlier, MINUTE } from "@/lib/time/rules";
import { type AccountZones, DEFAULT_TIME_ZONE, type LocalTime, localTime, weekdayOf, zoneAt } from "@/lib/time/zones";
import { answerDue } from "./answering";
import { addDutyMinutes, DEFAULT_CALENDAR, type DutyHours, endOfWorkday, isDuty, minutesOf, nextDuty } from "./calendar";
import { FIRST_RESPONSE_MINUTES, type QuestionKind } from "./rules";
import type { Calendar, Policy, PolicyRule } from "./schema";

/** Everything an account ever promised its residents, the earliest first. */
export type Book = AccountZones & {
  policies: readonly { id: string; effectiveFrom: Date; policy: Policy }[];
  calendars: readonly { id: string; effectiveFrom: Date; calendar: Calendar }[];
};
/** What held at one instant; an id is null while the account had saved none. */
export type Terms = DutyHours & { policyId: string | null; policy: Policy; calendarId: string | null };
/** What is asked, when, and whether a danger stood above the clocks at that time. */
export type Asked = { at: Date; kind: QuestionKind; urgent: boolean };

export type StartedClock = {
  dueAt: Date;
  /** The minutes that count: within duty hours, or from their beginning. */
  targetMinutes: number;
  /** The beginning of duty from which they count, for what came outside its hours; null: from the instant itself. */
  countedFrom: Date | null;
  outsideDuty: boolean;
  policyId: string | null;
  calendarId: string | null;
  /** How many minutes before it is due somebody is first told; negative: after. */
  warnMinutes: number;
};

const OUTSIDE_MINUTES = 30;
const TARGET = { minutes: FIRST_RESPONSE_MINUTES, outsideMinutes: OUTSIDE_MINUTES };

/** What an account owes until it saves a policy. */
export const DEFAULT_POLICY: Policy = {
  rules: [
    {
      ...{ kinds: [], priority: "any", band: null, aroundTheClock: false },
      ...{ firstResponse: TARGET, nextResponse: TARGET, answerMinutes: null, promise: { workdays: 5, extensions: 1 } },
    },
  ],
  escalation: {
    steps: [
      { minutesBefore: 3, to: "shift" },
      { minutesBefore: 1, to: "supervisors" },
      { minutesBefore: 0, to: "supervisors" },
      { minutesBefore: -10, to: "admins" },
    ],
    repeatMinutes: 10,
  },
  silence: null,
  nobodyOnDutyMinutes: 5,
};

/** The terms of an account that has saved none. */
export const DEFAULT_BOOK: Book = { timeZone: DEFAULT_TIME_ZONE, policies: [], calendars: [] };

/** The policy, the calendar and the zone in effect at an instant. What takes effect at that very instant is. */
export function termsAt(book: Book, at: Date): Terms {
  const policy = book.policies.findLast(({ effectiveFrom }) => effectiveFrom <= at);
  const calendar = book.calendars.findLast(({ effectiveFrom }) => effectiveFrom <= at);
  return {
    timeZone: zoneAt(book, at),
    policyId: policy?.id ?? null,
    policy: policy?.policy ?? DEFAULT_POLICY,
    calendarId: calendar?.id ?? null,
    calendar: calendar?.calendar ?? DEFAULT_CALENDAR,
  };
}

/** The first rule that fits; the last of a policy fits everything. */
export function ruleFor(policy: Policy, asked: { kind: QuestionKind; urgent: boolean; at: LocalTime }): PolicyRule {
  const rule = policy.rules.find((rule) => fits(rule, asked)) ?? policy.rules.at(-1);
  if (!rule) throw new Error("a policy without rules");
  return rule;
}

/**
 * A clock from its start to its end, once and for all. Within duty hours its minutes are minutes of duty, so that it stands still while
 * nobody is there; outside it counts the minutes that the policy gives from their next beginning. What is urgent, and a rule around
 * the clock, knows no hours. Policy and calendar are those of the start, and so are kind and danger.
 */
export function startClock(terms: Terms, asked: Asked, milestone: "firstResponse" | "nextResponse" = "firstResponse"): StartedClock {
  const { policy, policyId, calendarId } = terms;
  const rule = ruleOf(terms, asked);
  const { minutes, outsideMinutes } = rule[milestone];
  const own = { policyId, calendarId, warnMinutes: policy.escalation.steps[0]?.minutesBefore ?? 0 };
  if (ignoresHours(rule, asked))
    return { ...own, dueAt: after(asked.at, minutes * MINUTE), targetMinutes: minutes, countedFrom: null, outsideDuty: false };
  const outsideDuty = !isDuty(terms, asked.at);
  const from = outsideDuty ? nextDuty(terms, asked.at) : asked.at;
  const targetMinutes = outsideDuty ? outsideMinutes : minutes;
  return { ...own, dueAt: addDutyMinutes(terms, from, targetMinutes), targetMinutes, countedFrom: outsideDuty ? from : null, outsideDuty };
}

/** The columns of a question's row that its first clock fills. */
export function firstClock(terms: Terms, asked: Asked) {
  const { outsideDuty: _, ...columns } = startClock(terms, asked);
  return { openedAt: asked.at, ...columns, ...answerClock(terms, asked) };
}

/** Of these the ones that the answer's clock fills, where the policy has a target for it. */
export function answerClock(terms: Terms, asked: Asked) {
  const rule = ruleOf(terms, asked);
  const { answerMinutes } = rule;
  if (answerMinutes === null) return { answerMinutes, answerAroundTheClock: false, answerDueAt: null };
  const answerAroundTheClock = ignoresHours(rule, asked);
  const { dueAt } = answerDue(answerAroundTheClock ? null : terms, asked.at, answerMinutes, []);
  return { answerMinutes, answerAroundTheClock, answerDueAt: dueAt };
}

/** The columns that the clock of a resident who waits again fills. */
export function nextClock(terms: Terms, asked: Asked) {
  const { targetMinutes, countedFrom, dueAt } = startClock(terms, asked, "nextResponse");
  return { waitingSince: asked.at, nextMinutes: targetMinutes, nextCountedFrom: countedFrom, nextDueAt: dueAt };
}

/** The same while nobody waits. */
export const NOBODY_WAITS = { waitingSince: null, nextMinutes: null, nextCountedFrom: null, nextDueAt: null };

/** The latest instant a promise made at `asked.at` may name: the end of the last workday that the policy allows. */
export function promiseLimit(terms: Terms, asked: Asked): Date {
  return endOfWorkday(terms, asked.at, ruleOf(terms, asked).promise.workdays);
}

/** The latest instant that may be promised to everybody who asked, at one and the same time. */
export function earliestLimit(terms: Terms, asked: readonly Omit<Asked, "at">[], at: Date): Date {
  const anybody = { kind: "inquiry" as const, urgent: false };
  return [...(asked.length > 0 ? asked : [anybody])].map((one) => promiseLimit(terms, { ...one, at })).reduce(earlier);
}

/** How often a question may be promised: once, and the extensions that the policy allows. */
export function promisesAllowed(terms: Terms, asked: Asked): number {
  return 1 + ruleOf(terms, asked).promise.extensions;
}

/** The rule that holds for what is asked. */
export function ruleOf(terms: Terms, { kind, urgent, at }: Asked): PolicyRule {
  return ruleFor(terms.policy, { kind, urgent, at: localTime(at, terms.timeZone) });
}

/** Whether minutes count around the clock for what is asked. */
export function ignoresHours(rule: PolicyRule, { urgent }: Pick<Asked, "urgent">): boolean {
  return urgent || rule.aroundTheClock;
}

function fits(
  { kinds, priority, band }: PolicyRule,
  { kind, urgent, at }: { kind: QuestionKind; urgent: boolean; at: LocalTime },
): boolean {
  if (kinds.length > 0 && !kinds.includes(kind)) return false;
  if (priority !== "any" && (priority === "urgent") !== urgent) return false;
  if (!band) return true;
  return band.days.includes(weekdayOf(at.day)) && minutesOf(band.from) <= at.minutes && at.minutes < minutesOf(band.to);
}
