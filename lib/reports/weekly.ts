import { z } from "zod";
import { DAY, HOUR, MINUTE } from "@/lib/time/rules";
import { LANGUAGES } from "./languages";
import { dayAfter, type Period, weekdayOf } from "./rules";

export const MOST_RECIPIENTS = 20;
/** After an outage a planned week is still sent so long after its time. */
const CATCH_UP = 2 * DAY;
/** How long after the first, the second, … failure the next try follows: a day and a half in all. */
const PAUSES = [1, 5, 15, 60, 180, 360, 720, 720].map((minutes) => minutes * MINUTE);

/** To whom an account's week is mailed, and when: by its clock, 1 is Monday. */
export const weeklyPlanInput = z
  .object({
    accountId: z.uuid(),
    enabled: z.boolean(),
    recipients: z.array(z.email().max(254)).max(MOST_RECIPIENTS),
    weekday: z.number().int().min(1).max(7),
    hour: z.number().int().min(0).max(23),
    language: z.enum(LANGUAGES),
  })
  .refine(({ enabled, recipients }) => !enabled || recipients.length > 0, { path: ["recipients"] });
export const requestWeeklyInput = z.object({ accountId: z.uuid() });

export type WeeklyPlanInput = z.output<typeof weeklyPlanInput>;
export type RequestWeekly = z.output<typeof requestWeeklyInput>;
/** Why a week was not sent: `unknown`: the server may have taken it, so it is not sent again by itself. */
export type WeeklyProblem = "noMailServer" | "timeout" | "mailUnreachable" | "mailRefused" | "unknown" | "unexpected";

/** Addresses as people type them: one a line, or with commas, semicolons or blanks between. */
export function addressesIn(text: string): string[] {
  return [...new Set(text.split(/[\s,;，；、]+/).filter(Boolean))];
}

/** The first address that is none, or null. */
export function wrongAddress(addresses: readonly string[]): string | null {
  return addresses.find((address) => !z.email().max(254).safeParse(address).success) ?? null;
}

/**
 * The week that a plan owes at an instant: the last whole one before its last time, if that time came after the plan was saved and not
 * more than two days ago; else null.
 */
export function weekOwed(plan: { weekday: number; hour: number; savedAt: Date }, timeZone: string, at: Date): Period | null {
  const local = wallClock(timeZone, at);
  const today = localDay(timeZone, at);
  const back = (weekdayOf(today) - plan.weekday + 7) % 7;
  const planned = Date.parse(`${dayAfter(today, -back)}T00:00:00Z`) + plan.hour * HOUR;
  const since = local - (planned <= local ? planned : planned - 7 * DAY);
  if (since > CATCH_UP || at.getTime() - since < plan.savedAt.getTime()) return null;
  return weekBefore(new Date(local - since).toISOString().slice(0, 10));
}

/** The last whole week, Monday to Sunday, before the week of a day. */
export function weekBefore(day: string): Period {
  const monday = dayAfter(day, 1 - weekdayOf(day) - 7);
  return { from: monday, to: dayAfter(monday, 6) };
}

/** The week that begins on a Monday, as a row keeps it. */
export function weekOf(monday: Date): Period {
  const from = monday.toISOString().slice(0, 10);
  return { from, to: dayAfter(from, 6) };
}

/** The day it is at an instant in a zone. */
export function localDay(timeZone: string, at: Date): string {
  return new Date(wallClock(timeZone, at)).toISOString().slice(0, 10);
}

/** When to try again after so many tries, or null when it was tried often enough. */
export function triedAgainAfter(attempts: number): number | null {
  return PAUSES[attempts - 1] ?? null;
}

/** What a zone's clock shows, as if it were UTC, in milliseconds. */
function wallClock(timeZone: string, at: Date): number {
  const shown = new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "medium" }).format(at);
  return Date.parse(`${shown.replace(" ", "T")}Z`);
}
