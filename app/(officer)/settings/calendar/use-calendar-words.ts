import { useFormatter, useTranslations } from "next-intl";
import type { Calendar, Period } from "@/lib/sla/schema";
import { type CalendarChange, calendarChanges, weekdayRuns } from "./calendar-changes";
import type { Run } from "./calendar-draft";

/** How calendars are said: hours, weekdays (0 is Monday), days, and in what two calendars differ. */
export function useCalendarWords() {
  const t = useTranslations("workCalendar");
  const format = useFormatter();
  const and = t("and");

  const weekday = (place: number) => t(`weekdays.${place}`);
  const hours = (periods: readonly Period[]) => {
    if (periods.length === 0) return t("closed");
    if (periods.length === 1 && periods[0]?.from === "00:00" && periods[0].to === "24:00") return t("allDay");
    return periods.map(({ from, to }) => `${from}–${to}`).join(and);
  };
  const weekdays = (places: readonly number[]) =>
    weekdayRuns(places)
      .flatMap(({ first, last }) =>
        last - first < 2 ? [...new Set([first, last])].map(weekday) : [t("weekdayRange", { first: weekday(first), last: weekday(last) })],
      )
      .join(and);

  const day = (written: string, withYear: boolean) =>
    format.dateTime(new Date(`${written}T00:00:00Z`), {
      timeZone: "UTC",
      month: "short",
      day: "numeric",
      weekday: "short",
      ...(withYear ? { year: "numeric" } : {}),
    });
  const days = ({ first, last }: Pick<Run, "first" | "last">, withYear = true) =>
    first === last
      ? day(first, withYear)
      : t("dayRange", { first: day(first, withYear), last: day(last, withYear && first.slice(0, 4) !== last.slice(0, 4)) });
  const run = (one: Run) =>
    t("runWords", {
      days: days(one),
      name: one.name || t("nameless"),
      hours: one.periods.length === 0 ? t("holiday") : hours(one.periods),
    });

  const change = (one: CalendarChange) =>
    one.kind === "week"
      ? t("weekChange", { weekdays: weekdays(one.weekdays), hours: hours(one.periods) })
      : t(`${one.kind}Change`, { run: run(one.run) });
  const changes = (before: Calendar, later: Calendar) => calendarChanges(before, later).map(change);

  return { weekday, hours, weekdays, days, run, changes };
}
