import { type DrillParams, periodFilled, type ReportParams, type ReportQuery, reportParams } from "@/lib/reports/schema";
import { DEFAULT_PERIOD, NAMED_PERIODS, type NamedPeriod, periodNamed } from "./periods";

type Params = Record<string, string | string[] | undefined>;
/** A report as its address asks for it; `period` is null where the address names days of its own. */
export type Asked = { period: NamedPeriod | null; query: ReportQuery };
/** What a report was asked, with the name of its period if it has one: its numbers' rows lead back to that. */
export type NamedQuery = ReportQuery & { period?: NamedPeriod };
/** Why an address makes no sense, as the key of a sentence. */
export type Problem = (typeof PROBLEMS)[number] | "invalid";
/** What narrows a report to one number of it. */
export type DrillCell = { measure: DrillParams["measure"] } & Partial<
  Pick<
    DrillParams,
    "day" | "weekday" | "hour" | "reason" | "officer" | "kind" | "cluster" | "topic" | "outside" | "order" | "account" | "from" | "to"
  >
>;

const PROBLEMS = ["invalidDay", "periodBackwards", "periodTooLong"] as const;

/** What an address asks for: the last seven days, beside those before, unless it says otherwise. `today`: by the account's clock. */
export function readAsked(params: Params, today: string): Asked | { problem: Problem } {
  const own = params.from !== undefined || params.to !== undefined;
  const period = own ? null : (periodOf(params) ?? DEFAULT_PERIOD);
  const parsed = reportParams.safeParse({ compare: "previous", ...params, ...(period && periodNamed(period, today)) });
  if (parsed.success) return { period, query: periodFilled(parsed.data, today) };
  return { problem: problemOf(parsed.error.issues) };
}

/** The first thing that is wrong with an address. */
export function problemOf(issues: readonly { message: string }[]): Problem {
  return PROBLEMS.find((problem) => issues.some(({ message }) => message === problem)) ?? "invalid";
}

/** The address of a report, with some of it changed: what is undefined goes. */
export function reportHref({ period, query }: Asked, changes: Partial<ReportParams> & { period?: NamedPeriod } = {}): string {
  const { from, to, ...rest } = query;
  const changed = changes.period || changes.from || changes.to;
  const days = changed ? {} : period ? { period } : { from, to };
  const said: Record<string, unknown> = { ...rest, ...days, ...changes };
  if (said.period === DEFAULT_PERIOD) said.period = undefined;
  if (said.compare === "previous") said.compare = undefined;
  return `/reports${searchOf(said)}`;
}

/** Where the rows of one number stand. */
export function drillHref({ compare: _, ...query }: NamedQuery, cell: DrillCell): string {
  return `/reports/rows${searchOf({ ...query, ...cell })}`;
}

/** The report's days by their name, if the rows of one of its numbers were asked from such a one. */
export function periodOf(params: Params): NamedPeriod | null {
  return NAMED_PERIODS.find((name) => name === params.period) ?? null;
}

/** What stands behind `?`, lists with commas. */
export function searchOf(said: Record<string, unknown>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(said)) {
    const words = Array.isArray(value) ? value.join(",") : value;
    if (words !== undefined && words !== null && words !== "") search.set(name, String(words));
  }
  return search.size > 0 ? `?${search}` : "";
}
