import { after, DAY, SECOND } from "@/lib/time/rules";
import { dayName, dayNumber, daysLater, instantOf } from "@/lib/time/zones";

const ISO = /^\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:\d{2})$/;
const LOCAL = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[ T](\d{1,2}):(\d{2})(?::(\d{2}))?)?$/;
/** From the day that Excel counts from. */
const DAYS_BEFORE_1970 = 25_569;
/** The end of the year 9999, in such days. */
const LAST_DAY = 2_958_465;

/**
 * The instant that a cell says by the clocks of a zone: of a day alone its beginning, or where that `ends` something its end. Null where
 * there is none, undefined where it is no date.
 */
export function instantIn(cell: unknown, zone: string, ends: boolean): Date | null | undefined {
  if (typeof cell === "number") return instantOfSheet(cell, zone, ends);
  if (cell === undefined || cell === null) return null;
  if (typeof cell !== "string") return undefined;
  const words = cell.trim();
  if (words === "") return null;
  if (ISO.test(words)) return Number.isNaN(Date.parse(words)) ? undefined : new Date(words);
  const [, year, month = "", date = "", hour, minute = "", second = "00"] = LOCAL.exec(words) ?? [];
  if (year === undefined) return undefined;
  const day = `${year}-${month.padStart(2, "0")}-${date.padStart(2, "0")}`;
  return localInstant(day, hour ? [hour.padStart(2, "0"), minute, second] : null, zone, ends);
}

function localInstant(day: string, time: string[] | null, zone: string, ends: boolean): Date | undefined {
  if (Number.isNaN(dayNumber(day)) || dayName(dayNumber(day)) !== day) return undefined;
  if (!time) return instantOf(ends ? daysLater(day, 1) : day, "00:00", zone);
  const [hours = 0, minutes = 0, seconds = 0] = time.map(Number);
  if (hours >= 24 || minutes >= 60 || seconds >= 60) return undefined;
  return after(instantOf(day, time.slice(0, 2).join(":"), zone), seconds * SECOND);
}

/** Excel's figures are days by the clocks of whoever reads them. */
function instantOfSheet(days: number, zone: string, ends: boolean): Date | undefined {
  // Figures of a table are true to the second at best.
  const shown = new Date(Math.round(((days - DAYS_BEFORE_1970) * DAY) / SECOND) * SECOND);
  if (Number.isNaN(shown.getTime()) || days < 1 || days > LAST_DAY) return undefined;
  const words = shown.toISOString();
  return localInstant(words.slice(0, 10), Number.isInteger(days) ? null : words.slice(11, 19).split(":"), zone, ends);
}
