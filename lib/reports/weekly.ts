import { z } from "zod";
import { DAY, MINUTE } from "@/lib/time/rules";
import { dayNumber, dayOf, daysLater, instantOf, mondayOf, weekdayOf } from "@/lib/time/zones";
import { LANGUAGES } from "./languages";
import type { Period } from "./rules";

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
  const today = dayOf(at, timeZone);
  const back = (weekdayOf(dayNumber(today)) - plan.weekday + 7) % 7;
  const plannedOn = (day: string) => instantOf(day, `${plan.hour}:00`, timeZone);
  const planned = [daysLater(today, -back), daysLater(today, -back - 7)].find((day) => plannedOn(day) <= at);
  if (!planned || at.getTime() - plannedOn(planned).getTime() > CATCH_UP || plannedOn(planned) < plan.savedAt) return null;
  return weekBefore(planned);
}

/** The last whole week, Monday to Sunday, before the week of a day. */
export function weekBefore(day: string): Period {
  const monday = daysLater(mondayOf(day), -7);
  return { from: monday, to: daysLater(monday, 6) };
}

/** The week that begins on a Monday, as a row keeps it. */
export function weekOf(monday: Date): Period {
  const from = monday.toISOString().slice(0, 10);
  return { from, to: daysLater(from, 6) };
}

/** When to try again after so many tries, or null when it was tried often enough. */
export function triedAgainAfter(attempts: number): number | null {
  return PAUSES[attempts - 1] ?? null;
}
