import { after, clamp, MINUTE } from "@/lib/time/rules";
import { dayAndTime, dayName, dayNumber, instantOf, shownAt } from "@/lib/time/zones";
import { MAX_BODY_BYTES } from "./bodies";

/** Why a source brought nothing, as the adapters say it, or what they brought is no good. */
export const FEED_FAILURES = [
  ...(["badAddress", "notHttps", "privateAddress", "hostNotAllowed", "dns", "connectionRefused", "timeout", "tls", "network"] as const),
  ...(["tooLarge", "redirect", "httpStatus", "contentType", "notText", "notJson", "fieldMissing", "notRss", "forbiddenXml"] as const),
  ...(["empty", "wrongDate", "textTooLong"] as const),
] as const;
export type FeedFailure = (typeof FEED_FAILURES)[number];

/** A headline, and its address and its date as they stood there. */
export type Headline = { title: string; link: string | null; at: string | null };

/** What an officer answered to many who asked the same. */
export type Answered = { place: string; matter: string; text: string; people: number; at: Date };

/** A clock elsewhere may go ahead of ours by so much. */
export const AHEAD = 10 * MINUTE;
const OFTEN = MINUTE;
const SELDOM = 60 * MINUTE;
const LONGEST_PAUSE = 15 * MINUTE;
const MAX_HEADLINE = 60;
const MAX_LINK = 120;
const MAX_ANSWER = 200;

const WALL_CLOCK =
  /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[T\s]*(\d{1,2})[:：](\d{2})(?:[:：](\d{2})(?:\.\d+)?)?)?\s*(Z|[+-]\d{2}:?\d{2})?$/;
/** RFC 822 section 5.1, as RSS writes its dates. */
const MAIL_DATE = /^(?:[a-z]{3},\s*)?(\d{1,2}) ([a-z]{3}) (\d{4}) (\d{2}):(\d{2})(?::(\d{2}))? (Z|UTC?|GMT|[+-]\d{4})$/i;
const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/**
 * The moment that a source names: by the clocks of a zone where it names none, or seconds or milliseconds since 1970.
 * @returns null for what names no moment that ever is, or one that is still to come
 */
export function momentSaid(said: string | number, timeZone: string, at: Date): Date | null {
  const text = String(said).trim();
  const instant = /^\d{10}(\d{3})?$/.test(text)
    ? Number(text) * (text.length === 10 ? 1_000 : 1)
    : (wallClock(text, timeZone) ?? mailDate(text));
  return instant === null || Number.isNaN(instant) || instant > at.getTime() + AHEAD ? null : new Date(Math.min(instant, at.getTime()));
}

/**
 * Headlines as residents read them: numbered, with their day, with their address where its host is one of the account's. As many as fit.
 * The address is as it is understood: a line or a blank in it would carry another address along.
 */
export function headlines(items: readonly Headline[], hosts: readonly string[], timeZone: string, at: Date): string {
  const lines = items.map(({ title, link, at: said }, index) => {
    const moment = said === null ? null : momentSaid(said, timeZone, at);
    const day = moment ? `（${shownAt(moment, timeZone).getUTCMonth() + 1}月${shownAt(moment, timeZone).getUTCDate()}日）` : "";
    const page = link !== null && hosts.includes(hostOf(link) ?? "") ? new URL(link).href : "";
    const address = page !== "" && page.length <= MAX_LINK ? `\n${page}` : "";
    return `${index + 1}. ${shortened(title, MAX_HEADLINE)}${day}${address}`;
  });
  return fitting(lines);
}

/** What many were told in the last days, as residents read it: the matter, the answer, and when it was given. As many as fit; null for none. */
export function answeredText(answers: readonly Answered[], timeZone: string): string | null {
  if (answers.length === 0) return null;
  return fitting(
    answers.map(({ place, matter, text, people, at }, index) => {
      const title = [place, matter].filter((word) => word !== "").join("·");
      return `${index + 1}. ${title}（${people}人问到）\n答：${shortened(text.trim(), MAX_ANSWER)}〔${dayAndTime(at, timeZone)}〕`;
    }),
  );
}

/** As many whole lines as a standing answer takes. */
function fitting(lines: readonly string[]): string {
  const kept: string[] = [];
  let bytes = 0;
  for (const line of lines) {
    bytes += new TextEncoder().encode(line).length + 1;
    if (bytes > MAX_BODY_BYTES) break;
    kept.push(line);
  }
  return kept.join("\n");
}

/** A text of at most so many letters, with a sign where it was cut. */
function shortened(text: string, most: number): string {
  const letters = [...text];
  return letters.length <= most ? text : `${letters.slice(0, most - 1).join("")}…`;
}

/** The host of an address as an account's list has it, or null. */
export function hostOf(address: string): string | null {
  return URL.canParse(address) && /^https?:$/.test(new URL(address).protocol) ? new URL(address).host : null;
}

/** When a source is looked at next: four times while its text holds, and sooner after what may pass by itself. */
export function nextLook(at: Date, { freshMinutes, failures }: { freshMinutes: number; failures: number }): Date {
  if (failures > 0) return after(at, Math.min(LONGEST_PAUSE, 2 ** (failures - 1) * MINUTE));
  return clamp(after(at, (freshMinutes / 4) * MINUTE), after(at, OFTEN), after(at, SELDOM));
}

function wallClock(text: string, timeZone: string): number | null {
  const [found, year = "", month = "", date = "", hours = "0", minutes = "00", seconds = "00", zone] = WALL_CLOCK.exec(text) ?? [];
  if (found === undefined) return null;
  const day = `${year}-${month.padStart(2, "0")}-${date.padStart(2, "0")}`;
  if (!isDay(day) || Number(hours) > 23 || Number(minutes) > 59 || Number(seconds) > 59) return null;
  const time = `${hours.padStart(2, "0")}:${minutes}`;
  if (zone !== undefined) return Date.parse(`${day}T${time}:${seconds}${zone.replace(/^([+-]\d{2})(\d{2})$/, "$1:$2")}`);
  return instantOf(day, time, timeZone).getTime() + Number(seconds) * 1_000;
}

function mailDate(text: string): number | null {
  const [found, date = "", name = "", year = "", hours = "", minutes = "", seconds = "00", zone = ""] = MAIL_DATE.exec(text) ?? [];
  const month = MONTHS.indexOf(name.toLowerCase()) + 1;
  const day = `${year}-${String(month).padStart(2, "0")}-${date.padStart(2, "0")}`;
  if (found === undefined || month === 0 || !isDay(day)) return null;
  const offset = /^[+-]/.test(zone) ? zone.replace(/^(...)(..)$/, "$1:$2") : "Z";
  return Date.parse(`${day}T${hours}:${minutes}:${seconds}${offset}`);
}

function isDay(day: string): boolean {
  const number = dayNumber(day);
  return Number.isFinite(number) && dayName(number) === day;
}
