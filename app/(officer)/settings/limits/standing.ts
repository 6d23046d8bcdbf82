import type { Saved } from "@/lib/sla/savings";
import type { Book } from "@/lib/sla/terms";
import type { Limits } from "./load-limits";

/** What an account owes and when, ever, as the clock reads it. */
export function bookOf({ account, calendars, policies }: Limits): Book {
  return {
    timeZone: account.timeZone,
    policies: policies.toReversed().map(({ id, effectiveFrom, terms }) => ({ id, effectiveFrom, policy: terms })),
    calendars: calendars.toReversed().map(({ id, effectiveFrom, terms }) => ({ id, effectiveFrom, calendar: terms })),
  };
}

/** When the next one that is planned begins; null when none is. `settled`: until when what goes cannot be changed any more. */
export function plannedFor(history: readonly Saved<unknown>[], settled: Date): Date | null {
  return history.findLast(({ effectiveFrom }) => effectiveFrom > settled)?.effectiveFrom ?? null;
}

/** What goes now of a history that has what begins last first; null before the first. */
export function goingOf<Terms>(history: readonly Saved<Terms>[], settled: Date): Saved<Terms> | null {
  return history.find(({ effectiveFrom }) => effectiveFrom <= settled) ?? null;
}
