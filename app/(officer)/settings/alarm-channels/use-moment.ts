import { useFormatter } from "next-intl";

const MOMENT = { month: "short", day: "numeric", hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" } as const;

/** An instant to the second. */
export function useMoment(): (instant: Date) => string {
  const format = useFormatter();
  return (instant) => format.dateTime(instant, MOMENT);
}
