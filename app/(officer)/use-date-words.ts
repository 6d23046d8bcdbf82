import { useFormatter, useTranslations } from "next-intl";
import { dayOf } from "@/lib/time/zones";
import { useZone } from "./account-clocks";

const TIME = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;
const DATE = { month: "short", day: "numeric" } as const;

/** How instants are written: `time` 14:05, `date` 11月22日, with the year when it is not that of `now`, `moment` both. */
export function useDateWords(now: Date) {
  const t = useTranslations("thread");
  const format = useFormatter();
  const zone = useZone();
  const thisYear = dayOf(now, zone).slice(0, 4);
  const time = (instant: Date) => format.dateTime(instant, TIME);
  const date = (instant: Date) => format.dateTime(instant, dayOf(instant, zone).startsWith(thisYear) ? DATE : { ...DATE, year: "numeric" });
  return { time, date, moment: (instant: Date) => t("dateAndTime", { date: date(instant), time: time(instant) }) };
}
