import type { AlarmRow } from "@/lib/alarms/queries";
import { ALARM_KINDS } from "@/lib/alarms/rules";

/** The instant from which an alarm's minutes are counted: a danger has waited since it came, the desk's own since it is so, a clock is owed then. */
export function countedFrom({ kind, owedAt, since, openedAt }: AlarmRow): Date | null {
  return since ?? (kind === "danger" ? openedAt : owedAt);
}

/** Those that nobody has acknowledged first, the most pressing before the others, of these whoever has waited longest. */
export function byUrgency(alarms: readonly AlarmRow[]): AlarmRow[] {
  return alarms.toSorted(
    (one, other) => placeOf(one) - placeOf(other) || instantOf(one) - instantOf(other) || (one.id < other.id ? -1 : 1),
  );
}

function placeOf({ kind, acknowledgedAt }: AlarmRow): number {
  return ALARM_KINDS.indexOf(kind) + (acknowledgedAt === null ? 0 : ALARM_KINDS.length);
}

function instantOf(alarm: AlarmRow): number {
  return (countedFrom(alarm) ?? alarm.raisedAt).getTime();
}
