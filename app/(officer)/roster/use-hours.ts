import { useTranslations } from "next-intl";
import { hoursOf } from "./hours";

/** How the hours of a shift are written: 08:00–16:30, 22:00–次日 06:00. */
export function useHours(timeZone: string): (span: { startsAt: Date; endsAt: Date }) => string {
  const t = useTranslations("roster");
  return (span) => {
    const { from, to, overnight } = hoursOf(span, timeZone);
    return t(overnight ? "overnight" : "hours", { from, to });
  };
}
