import { useSyncExternalStore } from "react";
import { SharedValue, useShared } from "@/app/(officer)/inbox/feed/shared-value";

const panes = new SharedValue<ReadonlySet<string>>(new Set());

/** The threads and groups in which this officer has a draft. */
export function useDrafts(): ReadonlySet<string> {
  return useShared(panes);
}

/** Whether this officer has a draft in one thread or group. */
export function useHasDraft(paneId: string): boolean {
  return useSyncExternalStore(
    panes.subscribe,
    () => panes.get().has(paneId),
    () => false,
  );
}

/** As the server has just read them. */
export function keepDrafted(paneIds: readonly string[]): void {
  panes.set(new Set(paneIds));
}

/** The draft of a thread or a group has been begun, or sent or thrown away. */
export function markDrafted(paneId: string, has: boolean): void {
  const known = panes.get();
  if (known.has(paneId) === has) return;
  const next = new Set(known);
  if (has) next.add(paneId);
  else next.delete(paneId);
  panes.set(next);
}
