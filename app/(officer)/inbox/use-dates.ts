import { useTranslations } from "next-intl";
import { useSyncExternalStore } from "react";
import { useZone } from "@/app/(officer)/account-clocks";
import { serverNow, subscribeToSeconds, thisSecond } from "@/app/(officer)/inbox/feed/ticker";
import { useDateWords } from "@/app/(officer)/use-date-words";
import { localTime } from "@/lib/time/zones";

/** How the thread writes instants: `time` 14:05, `day` 今天 or 11月22日, `moment` 14:05 today and 11月22日 14:05 else. Changes at midnight only. */
export function useDates() {
  const t = useTranslations("thread");
  const zone = useZone();
  const dayNumber = (instant: Date) => localTime(instant, zone).day;
  const today = useSyncExternalStore(
    subscribeToSeconds,
    () => dayNumber(new Date(thisSecond())),
    () => dayNumber(serverNow()),
  );
  const { time, date, moment } = useDateWords(serverNow());

  return {
    time,
    date,
    day: (instant: Date) => {
      const day = dayNumber(instant);
      if (day === today) return t("today");
      return day === today - 1 ? t("yesterday") : date(instant);
    },
    moment: (instant: Date) => (dayNumber(instant) === today ? time(instant) : moment(instant)),
  };
}
