import type { Period } from "@/lib/reports/rules";
import { mondayOf } from "@/lib/time/zones";

export type Grain = "day" | "week" | "month";
/** Days that stand under one bar: how many questions came, how many of those were owed a response, and had it within ten minutes. */
export type Bucket = Period & { opened: number; owed: number; within10: number; late: number };
type Day = { day: string; counts: { opened: number; owed: number; within10: number; late: number } };

const MOST_DAYS = 45;
const MOST_WEEKS = 200;

/** How long a stretch a bar stands for, so that bars stay readable. */
export function grainOf(days: number): Grain {
  if (days <= MOST_DAYS) return "day";
  return days <= MOST_WEEKS ? "week" : "month";
}

/** The days put together as whole weeks or months, the first and the last one as far as they go. */
export function bucketsOf(days: readonly Day[], grain: Grain): Bucket[] {
  const buckets = new Map<string, Bucket>();
  for (const { day, counts } of days) {
    const key = keyOf(day, grain);
    const bucket = buckets.get(key) ?? { from: day, to: day, opened: 0, owed: 0, within10: 0, late: 0 };
    bucket.to = day;
    bucket.opened += counts.opened;
    bucket.owed += counts.owed;
    bucket.within10 += counts.within10;
    bucket.late += counts.late;
    buckets.set(key, bucket);
  }
  return [...buckets.values()];
}

function keyOf(day: string, grain: Grain): string {
  if (grain === "day") return day;
  return grain === "month" ? day.slice(0, 7) : mondayOf(day);
}
