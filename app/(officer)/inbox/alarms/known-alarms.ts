import { loadAlarms } from "@/app/(officer)/inbox/feed/loaders";
import { SharedValue, useShared } from "@/app/(officer)/inbox/feed/shared-value";
import type { AlarmRow } from "@/lib/alarms/queries";
import { isShown } from "@/lib/alarms/rules";
import type { Role } from "@/lib/officers/rules";
import { SECOND } from "@/lib/time/rules";

const TRY_AGAIN = 10 * SECOND;

/** What stands, the latest first; null until it has been read. */
export const knownAlarms = new SharedValue<readonly AlarmRow[] | null>(null);
let reading = 0;
let heardMeanwhile: AlarmRow[] = [];

/** The alarms that are shown to an officer, the latest first. */
export function useAlarms(officer: { id: string; role: Role }): readonly AlarmRow[] {
  return (useShared(knownAlarms) ?? []).filter((alarm) => isShown(alarm, officer));
}

/** Takes over what the feed tells. */
export function hearAlarms(told: readonly AlarmRow[]): void {
  if (told.length === 0) return;
  heardMeanwhile = [...heardMeanwhile, ...told];
  const known = knownAlarms.get();
  if (known) knownAlarms.set(withTold(known, told));
}

/** Reads what stands; until that succeeds, again and again. What the feed tells meanwhile is newer. */
export async function readAlarms(): Promise<void> {
  reading += 1;
  const mine = reading;
  heardMeanwhile = [];
  const read = await loadAlarms().catch(() => null);
  if (mine !== reading) return;
  if (read) knownAlarms.set(withTold(read.alarms, heardMeanwhile));
  else setTimeout(() => mine === reading && void readAlarms(), TRY_AGAIN);
}

/** Alarms with what was told of some of them: those that have ended go, the latest come first. */
export function withTold(known: readonly AlarmRow[], told: readonly AlarmRow[]): readonly AlarmRow[] {
  const rows = new Map([...known, ...told].map((row) => [row.id, row]));
  return [...rows.values()]
    .filter(({ endedAt, since, count }) => endedAt === null && (since !== null || count > 0))
    .sort((one, other) => other.raisedAt.getTime() - one.raisedAt.getTime());
}
