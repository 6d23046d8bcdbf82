import type { QuestionKind } from "@/lib/sla/rules";
import type { Measure, Milestone, Period, Reason, Score } from "./rules";

/** Every count there is, each of which opens into as many rows: see lib/reports/rules.ts for what each counts. */
export type Counts = Record<Measure, number>;

/** Whole seconds by nearest rank, begun seconds counted as whole; `count` is of how many. Null where there is none. */
export type Spread = { count: number; median: number | null; p90: number | null; p99: number | null };

/**
 * Each between 0 and 1; null where there is nothing to divide by.
 * onTime, within10, within3: of what owed a first response. nextOnTime: of the next responses owed. answersOnTime: of the answers owed by a
 * time. promisesKept: kept and extended of these and the broken. 响应率 response: responded of opened. 解决率 resolution: solved of rated. 满意率 satisfaction: satisfied or fair of rated.
 */
export type Rates = Record<
  | "onTime"
  | "within10"
  | "within3"
  | "nextOnTime"
  | "answersOnTime"
  | "promisesKept"
  | "response"
  | "answered"
  | "resolution"
  | "satisfaction",
  number | null
>;

/** `first`: seconds from the beginning of the count until the first response; `answer`: from the same instant; `next`: likewise of each wait. */
export type Numbers = { counts: Counts; rates: Rates; spreads: Record<Exclude<Milestone, "promise">, Spread> };
/** Without percentiles. */
export type Tallied = { counts: Counts; rates: Rates };

export type Summary = { period: Period; numbers: Numbers; compared: { period: Period; numbers: Numbers } | null };
export type DayRow = Tallied & { day: string };
/** Hours in which nothing happened are left out. */
export type HeatCell = Tallied & { weekday: number; hour: number };
type GroupRow<Key> = Tallied & { key: Key; first: Spread };
/** An officer is who gave the first response; where nobody has, who closed it, else who holds it. Null: nobody. */
export type OfficerRow = GroupRow<string | null> & { name: string | null };
export type AccountRow = GroupRow<string> & { name: string; slug: string };
export type KindRow = GroupRow<QuestionKind>;
export type TopicRow = GroupRow<string | null> & { name: string | null };
/** The largest first. */
export type ClusterRow = Tallied & { key: string; place: string; matter: string };
/** Of `milestone` there were `count` late for that reason. */
export type BreachRow = {
  milestone: Milestone;
  measure: "late" | "nextLate" | "promisesBroken" | "answersLate";
  reason: Reason;
  count: number;
};
export type Satisfaction = { scores: Record<Score, number>; rated: number; resolution: number | null; satisfaction: number | null };
/** How much was open when the day ended, now if it has not; what opened and what ended on it. */
export type BacklogRow = { day: string; backlog: number; opened: number; ended: number };

/** One row behind a number: a question, or something that was owed for it besides. `seconds`: what that number's milestone took. */
export type DrillRow = {
  key: string;
  questionId: string;
  number: string;
  accountId: string;
  threadId: string;
  /** The resident's four characters. */
  mark: string;
  kind: QuestionKind;
  outside: boolean;
  urgent: boolean;
  cluster: { id: string; place: string; matter: string } | null;
  topic: { id: string; name: string } | null;
  officer: { id: string; name: string } | null;
  /** When the question opened, the resident began to wait, or the promise was made. */
  at: Date;
  /** Null for an answer alone, while its clock stands still. */
  dueAt: Date | null;
  /** When that was given, or the promise kept. */
  doneAt: Date | null;
  seconds: number | null;
  answeredAt: Date | null;
  endedAt: Date | null;
  reason: Reason | null;
};
export type DrillPage = { rows: DrillRow[]; nextCursor: string | null; total: number };
