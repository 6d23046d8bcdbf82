import { useMemo, useSyncExternalStore } from "react";
import type { Person, ThreadPresence } from "@/lib/presence/rules";
import { SharedValue, useShared } from "./shared-value";

export type Presence = { viewing: Person[]; typing: Person[] };

const NOBODY: Presence = { viewing: [], typing: [] };
const byThread = new SharedValue<ReadonlyMap<string, Presence>>(new Map());

/** Which colleagues look at a thread and which write there at this moment; never the officer of this screen. */
export function usePresence(threadId: string): Presence {
  return useSyncExternalStore(
    byThread.subscribe,
    () => byThread.get().get(threadId) ?? NOBODY,
    () => NOBODY,
  );
}

/** Who has any thread open: at work, as far as can be seen. */
export function usePresentOfficers(): ReadonlySet<string> {
  const here = useShared(byThread);
  return useMemo(() => new Set([...here.values()].flatMap(({ viewing }) => viewing.map(({ id }) => id))), [here]);
}

/** Takes over what the stream tells: the threads named, or with `whole` all there are. */
export function keepPresence(officerId: string, told: { whole: boolean; threads: readonly ThreadPresence[] }): void {
  const next = new Map(told.whole ? [] : byThread.get());
  const others = (people: readonly Person[]) => people.filter(({ id }) => id !== officerId);
  for (const { threadId, viewing, typing } of told.threads) {
    const presence = { viewing: others(viewing), typing: others(typing) };
    if (presence.viewing.length > 0) next.set(threadId, presence);
    else next.delete(threadId);
  }
  byThread.set(next);
}

/** After the line was lost nobody knows. */
export function forgetPresence(): void {
  byThread.set(new Map());
}
