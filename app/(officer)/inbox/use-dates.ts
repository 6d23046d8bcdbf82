import { useFormatter, useTranslations } from "next-intl";
import { after, DAY } from "@/lib/time/rules";
import { dayKey, sameYear } from "./dates";

const TIME = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;
const DATE = { month: "long", day: "numeric" } as const;

/** How the thread writes instants: `time` 14:05, `day` 今天 or 11月22日, `moment` 14:05 today and 11月22日 14:05 else. */
export function useDates(now: Date) {
  const t = useTranslations("thread");
  const format = useFormatter();
  const date = (instant: Date) => format.dateTime(instant, sameYear(instant, now) ? DATE : { ...DATE, year: "numeric" });
  const time = (instant: Date) => format.dateTime(instant, TIME);
  const isToday = (instant: Date) => dayKey(instant) === dayKey(now);

  return {
    time,
    date,
    day: (instant: Date) => {
      if (isToday(instant)) return t("today");
      return dayKey(instant) === dayKey(after(now, -DAY)) ? t("yesterday") : date(instant);
    },
    moment: (instant: Date) => (isToday(instant) ? time(instant) : t("dateAndTime", { date: date(instant), time: time(instant) })),
  };
}
