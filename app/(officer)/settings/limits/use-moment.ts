import { useFormatter } from "next-intl";

/** How instants are written here: 2026年11月23日周一 09:00, by an account's clock. */
export function useMoment(timeZone: string): (instant: Date) => string {
  const format = useFormatter();
  return (instant) =>
    format.dateTime(instant, {
      timeZone,
      year: "numeric",
      month: "short",
      day: "numeric",
      weekday: "short",
      hour: "2-digit",
      minute: "2-digit",
      hourCycle: "h23",
    });
}
