import { daysLater } from "@/lib/time/zones";

const DAYS = 7;

/** The seven days that begin with a Monday. */
export function daysOf(monday: string): string[] {
  return Array.from({ length: DAYS }, (_, place) => daysLater(monday, place));
}
