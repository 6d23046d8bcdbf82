import { knownAlarms } from "@/app/(officer)/inbox/alarms/known-alarms";
import type { AlarmRow } from "@/lib/alarms/queries";
import { calls } from "@/lib/alarms/rules";
import type { Role } from "@/lib/officers/rules";

/** Hands over the alarms that call an officer and were not there before, until `leaving`. What stood at the first look is no news. */
export function watchAlarms(leaving: AbortSignal, officer: { id: string; role: Role }, call: (fresh: AlarmRow[]) => void): void {
  let known: ReadonlySet<string> | null = null;
  const look = () => {
    const alarms = knownAlarms.get();
    if (!alarms) return;
    const before = known;
    known = new Set([...(before ?? []), ...alarms.map(({ id }) => id)]);
    const fresh = alarms.filter((alarm) => !before?.has(alarm.id) && alarm.acknowledgedAt === null && calls(alarm, officer));
    if (before && fresh.length > 0) call(fresh);
  };
  look();
  const stop = knownAlarms.subscribe(look);
  leaving.addEventListener("abort", stop);
}
