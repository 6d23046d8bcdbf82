import { z } from "zod";
import { QUESTION_KINDS } from "@/lib/sla/rules";
import { daysLater } from "@/lib/time/zones";
import { COMPARISONS, DEFAULT_DAYS, MAX_MONTHS, MEASURES, type Measure, type Period, REASONS } from "./rules";

const MAX_ACCOUNTS = 100;
const DAYS_A_WEEK = 7;
const HOURS_A_DAY = 24;

/** A parameter that stands in an address once, several times, or with commas between. */
const list = z
  .union([z.string(), z.array(z.string())])
  .transform((value) => [...new Set([value].flat().flatMap((part) => part.split(",").filter(Boolean)))]);
/** Neither a year zero, which PostgreSQL has not, nor one whose comparison would be. */
const day = z.iso.date("invalidDay").refine((value) => value >= "1970-01-01", "invalidDay");
const whole = (least: number, most: number) => z.coerce.number().int().min(least).max(most);
/** `none`: those that have none. */
const idOrNone = z.union([z.uuid(), z.literal("none")]);

const filters = {
  /** Slugs; none: every account in scope. */
  account: list.pipe(z.array(z.string().max(100)).max(MAX_ACCOUNTS)).default([]),
  from: day.optional(),
  to: day.optional(),
  compare: z.enum(COMPARISONS).default("none"),
  officer: idOrNone.optional(),
  kind: z.enum(QUESTION_KINDS).optional(),
  cluster: idOrNone.optional(),
  topic: idOrNone.optional(),
  /** Of what came within duty hours, or outside them. */
  outside: z.enum(["in", "out"]).optional(),
};

/** One cell of a report: what stands here narrows its filters further. */
const cell = {
  day: day.optional(),
  /** 1 is Monday. */
  weekday: whole(1, DAYS_A_WEEK).optional(),
  hour: whole(0, HOURS_A_DAY - 1).optional(),
  reason: z.enum(REASONS).optional(),
};

/** What a report is asked for, as its address says it. */
export const reportParams = z.object(filters).superRefine(periodMakesSense);
/** What a number of a report opens into. `backlog`: what was open when `day` ended. `slowest`: those that took longest first. */
export const drillParams = z
  .object({
    ...filters,
    ...cell,
    measure: z.enum([...MEASURES, "backlog"] as const),
    order: z.enum(["newest", "slowest"]).default("newest"),
    cursor: z.string().max(200).optional(),
  })
  .superRefine(periodMakesSense)
  .refine(({ measure, day: at }) => measure !== "backlog" || at !== undefined, "backlogNeedsDay");

export type ReportParams = z.output<typeof reportParams>;
export type DrillParams = z.output<typeof drillParams>;

/** A report query with its period filled in: without one the last seven days, today included. */
export type ReportQuery = Omit<ReportParams, keyof Period> & Period;
export type DrillQuery = Omit<DrillParams, keyof Period> & Period;
export type DrillMeasure = Measure | "backlog";

/** The query with both days of its period, which an address may leave out. `today`: by the account's clock. */
export function periodFilled<Params extends { from?: string | undefined; to?: string | undefined }>(
  params: Params,
  today: string,
): Omit<Params, keyof Period> & Period {
  const to = params.to ?? (params.from && params.from > today ? params.from : today);
  return { ...params, to, from: params.from ?? daysLater(to, 1 - DEFAULT_DAYS) };
}

function periodMakesSense({ from, to }: { from?: string | undefined; to?: string | undefined }, context: z.RefinementCtx): void {
  if (!from || !to) return;
  const months = (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7));
  const tooLong = months > MAX_MONTHS || (months === MAX_MONTHS && to.slice(8) >= from.slice(8));
  if (from > to) context.addIssue({ code: "custom", message: "periodBackwards" });
  else if (tooLong) context.addIssue({ code: "custom", message: "periodTooLong" });
}
