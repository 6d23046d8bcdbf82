import { useSyncExternalStore } from "react";
import { SharedValue, useShared } from "@/app/(officer)/inbox/feed/shared-value";

const threads = new SharedValue<ReadonlySet<string>>(new Set());

/** The threads in which this officer has a draft. */
export function useDrafts(): ReadonlySet<string> {
  return useShared(threads);
}

/** Whether this officer has a draft in one thread. */
export function useHasDraft(threadId: string): boolean {
  return useSyncExternalStore(
    threads.subscribe,
    () => threads.get().has(threadId),
    () => false,
  );
}

/** As the server has just read them. */
export function keepDrafted(threadIds: readonly string[]): void {
  threads.set(new Set(threadIds));
}

/** The draft of a thread has been begun, or sent or thrown away. */
export function markDrafted(threadId: string, has: boolean): void {
  const known = threads.get();
  if (known.has(threadId) === has) return;
  const next = new Set(known);
  if (has) next.add(threadId);
  else next.delete(threadId);
  threads.set(next);
}
