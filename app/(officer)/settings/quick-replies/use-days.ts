import { useFormatter } from "next-intl";

/** Days as this screen writes them: 11月22日, with the year when it is not that of `now`. */
export function useDays(now: Date) {
  const format = useFormatter();
  const yearOf = (instant: Date) => format.dateTime(instant, { year: "numeric" });
  const day = (instant: Date) =>
    format.dateTime(instant, {
      month: "long",
      day: "numeric",
      ...(yearOf(instant) === yearOf(now) ? {} : { year: "numeric" as const }),
    });
  return {
    day,
    /** The same of a day that is kept as 2026-11-22. */
    calendarDay: (kept: string) => day(new Date(`${kept}T12:00:00+08:00`)),
    moment: (instant: Date) => format.dateTime(instant, { dateStyle: "medium", timeStyle: "short" }),
  };
}
