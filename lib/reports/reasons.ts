import type { Course } from "./history";
import type { Reason } from "./rules";

/** So many who ask the same within so long before something is due are a crowd. */
const CROWD = 10;
export const CROWD_MINUTES = 60;

/** An officer who was on duty from then to then; null: still is. */
export type Spell = { officerId: string; from: Date; until: Date | null };
/** What was owed from `from` to `dueAt`, and what stood around it. `spells`: of the account, those of that time; null where it keeps no duty. */
export type Lateness = { from: Date; dueAt: Date; outside: boolean; spells: readonly Spell[] | null; askedAlike: number };

/** Why something came late, or did not come: the first reason that holds, from what happened until it was due. */
export function reasonFor(late: Lateness, course: Course): Reason {
  const { from, dueAt, spells } = late;
  const within = (instant: Date) => instant >= from && instant <= dueAt;
  const [holder, before] = course.holders.filter((held) => held.from <= dueAt).reverse();
  const isHeld = holder !== undefined && holder.officerId !== null;
  const handed =
    isHeld && before !== undefined && before.officerId !== null && before.officerId !== holder.officerId && within(holder.from);
  const left = isHeld && spells?.some(({ officerId, until }) => officerId === holder.officerId && until !== null && within(until));
  if (course.failures.some((failure) => failure.queuedAt <= dueAt && failure.at >= from)) return "wechat";
  if (spells && !spells.some((spell) => spell.from <= dueAt && (spell.until === null || spell.until > from))) return "nobodyOnDuty";
  if (handed || left) return "handOver";
  if (late.askedAlike >= CROWD) return "crowd";
  if (late.outside) return "dutyBegan";
  if (course.snoozes.some((snooze) => snooze.from <= dueAt && snooze.until >= dueAt)) return "snoozed";
  return isHeld ? "held" : "unclaimed";
}
