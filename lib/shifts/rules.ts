import { DAY, MINUTE } from "@/lib/time/rules";

/** How long before a shift its officer may sign on for it, and how long after its end nobody is taken for absent-minded. */
const EARLY_MINUTES = 30;
const LAPSES_AFTER_MINUTES = 30;
/** Who signed on without a shift is signed off after so long: no session lasts longer. */
export const UNPLANNED_HOURS = 12;
/** A roster that named nobody for so long is kept no more. */
export const ROSTER_KEPT_DAYS = 7;

/** A roster is repeated for so many weeks at most. */
export const MAX_WEEKS = 13;
/** So far ahead a shift may begin: farther is a mistyped year. */
export const FARTHEST_AHEAD = 2 * 366 * DAY;
export const MAX_HANDOVER_LENGTH = 2_000;
/** So many questions of a hand-over are kept by their ids, each of its kinds; the counts count all. */
export const HANDOVER_IDS = 200;

/** Somebody who is signed on. `shiftId`: the shift it is for; null: none, by own choice. `until`: the end of that shift. */
export type OnDuty = { officerId: string; name: string; shiftId: string | null; until: Date | null };

/** From when on a shift counts as its officer's present one. */
export const EARLY = EARLY_MINUTES * MINUTE;
export const LAPSES_AFTER = LAPSES_AFTER_MINUTES * MINUTE;
