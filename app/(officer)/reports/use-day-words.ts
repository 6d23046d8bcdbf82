import { useFormatter, useTranslations } from "next-intl";
import { daysOf, type Period } from "@/lib/reports/rules";
import type { Grain } from "./buckets";

const DAY = { month: "short", day: "numeric", timeZone: "UTC" } as const;
const MOST_WITH_WEEKDAY = 14;

/** How calendar days are written: `day` 11月22日, `days` both ends, `bar` as short as what stands under a bar must be. */
export function useDayWords() {
  const t = useTranslations("reports");
  const format = useFormatter();
  const day = (value: string) => format.dateTime(noonOf(value), DAY);
  const dated = (value: string) => format.dateTime(noonOf(value), { ...DAY, year: "numeric" });
  const days = ({ from, to }: Period) => {
    if (from === to) return dated(from);
    return t("fromTo", { from: dated(from), to: from.slice(0, 4) === to.slice(0, 4) ? day(to) : dated(to) });
  };
  const bar = (bucket: Period, grain: Grain, whole: Period) => {
    if (grain === "month") return format.dateTime(noonOf(bucket.from), { month: "short", year: "2-digit", timeZone: "UTC" });
    if (grain === "week" || daysOf(whole) > MOST_WITH_WEEKDAY) return day(bucket.from);
    const weekday = format.dateTime(noonOf(bucket.from), { weekday: "short", timeZone: "UTC" });
    return t("weekdayAndDate", { weekday, date: Number(bucket.from.slice(8)) });
  };
  const weekday = (value: number, width: "narrow" | "short") =>
    format.dateTime(new Date(Date.UTC(2026, 10, 22 + value)), { weekday: width, timeZone: "UTC" });
  return { day, days, bar, weekday };
}

function noonOf(day: string): Date {
  return new Date(`${day}T12:00:00Z`);
}
