import { useEffect, useEffectEvent } from "react";
import type { QuestionRow } from "@/lib/questions/queries";
import { loadThreads } from "./loaders";
import type { ThreadCache } from "./thread-cache";

/** How long the screen rests on a thread before its neighbours are read. */
const REST = 120;

type Prefetch = { rows: readonly QuestionRow[]; openId: string | null; live: boolean; cache: ThreadCache };

/** Reads the threads that J and K lead to next, in one request, while the officer reads this one. */
export function usePrefetch({ rows, openId, live, cache }: Prefetch): void {
  const read = useEffectEvent(async () => {
    const ids = neighbours(rows, openId).filter((id) => !cache.has(id));
    if (ids.length === 0) return;
    const ahead = await loadThreads(ids).catch(() => null);
    for (const thread of ahead?.threads ?? []) cache.put(thread);
  });
  const first = rows[0]?.threadId;
  useEffect(() => {
    if (!live || !first) return;
    const timer = setTimeout(() => void read(), openId ? REST : 4 * REST);
    return () => clearTimeout(timer);
  }, [live, openId, first]);
}

/** The threads of the next two rows and the one before; of the first two when no row is open. */
export function neighbours(rows: readonly QuestionRow[], openId: string | null): string[] {
  const at = rows.findIndex(({ threadId }) => threadId === openId);
  const near = [rows[at + 1], rows[at + 2], at > 0 ? rows[at - 1] : undefined];
  return [...new Set(near.flatMap((row) => row?.threadId ?? []))].filter((id) => id !== openId);
}
