import { useTranslations } from "next-intl";
import { HOUR, MINUTE, SECOND } from "@/lib/time/rules";

/** A span as a clock shows it: 6:40, 1:02:10. */
export function asClock(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / SECOND));
  const [hours, minutes, rest] = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60, seconds % 60];
  const two = (value: number) => String(value).padStart(2, "0");
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}

/** How a span is said: by the clock within the hour, beyond it in the unit that is still worth reading from afar. */
export function useSpan(): (milliseconds: number) => string {
  const t = useTranslations("board");
  return (milliseconds) => {
    if (milliseconds < HOUR) return asClock(milliseconds);
    if (milliseconds < 48 * HOUR)
      return t("hoursAndMinutes", { hours: Math.floor(milliseconds / HOUR), minutes: Math.floor(milliseconds / MINUTE) % 60 });
    return t("days", { count: Math.floor(milliseconds / (24 * HOUR)) });
  };
}
