import { useFormatter, useTranslations } from "next-intl";
import { useSyncExternalStore } from "react";
import { serverNow, subscribeToSeconds, thisSecond } from "@/app/(officer)/inbox/feed/ticker";
import { dayKey, dayNumber } from "./dates";

const TIME = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;
const DATE = { month: "long", day: "numeric" } as const;

/** How the thread writes instants: `time` 14:05, `day` 今天 or 11月22日, `moment` 14:05 today and 11月22日 14:05 else. Changes at midnight only. */
export function useDates() {
  const t = useTranslations("thread");
  const format = useFormatter();
  const today = useSyncExternalStore(
    subscribeToSeconds,
    () => dayNumber(new Date(thisSecond())),
    () => dayNumber(serverNow()),
  );
  const thisYear = dayKey(serverNow()).slice(0, 4);
  const date = (instant: Date) => format.dateTime(instant, dayKey(instant).startsWith(thisYear) ? DATE : { ...DATE, year: "numeric" });
  const time = (instant: Date) => format.dateTime(instant, TIME);

  return {
    time,
    date,
    day: (instant: Date) => {
      const day = dayNumber(instant);
      if (day === today) return t("today");
      return day === today - 1 ? t("yesterday") : date(instant);
    },
    moment: (instant: Date) =>
      dayNumber(instant) === today ? time(instant) : t("dateAndTime", { date: date(instant), time: time(instant) }),
  };
}
