import { useFormatter, useTranslations } from "next-intl";
import { hoursOf } from "./hours";

/** How the day of an instant is written by an account's clock: 11月24日. */
export function useDay(timeZone: string): (instant: Date) => string {
  const format = useFormatter();
  return (instant) => format.dateTime(instant, { timeZone, month: "short", day: "numeric" });
}

/** How the hours of a shift are written: 08:00–16:30, 22:00–次日 06:00. */
export function useHours(timeZone: string): (span: { startsAt: Date; endsAt: Date }) => string {
  const t = useTranslations("roster");
  return (span) => {
    const { from, to, overnight } = hoursOf(span, timeZone);
    return t(overnight ? "overnight" : "hours", { from, to });
  };
}
