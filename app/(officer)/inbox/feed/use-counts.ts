import { useCallback, useEffect, useRef } from "react";
import type { Notice } from "@/lib/intake/queries";
import type { QueueCounts } from "@/lib/questions/queries";
import { MINUTE, SECOND } from "@/lib/time/rules";
import { loadCounts } from "./loaders";

/** Reads the counts anew after changes, at most once a second, and once a minute by itself: clocks run out without an event. */
export function useCounts(tell: (read: { counts: QueueCounts; notices: Notice[] }) => void): () => void {
  const waiting = useRef<ReturnType<typeof setTimeout> | null>(null);
  const load = useCallback(async () => {
    waiting.current = null;
    const read = await loadCounts().catch(() => null);
    if (read) tell(read);
  }, [tell]);
  const soon = useCallback(() => {
    waiting.current ??= setTimeout(() => void load(), SECOND);
  }, [load]);
  useEffect(() => {
    const timer = setInterval(() => void load(), MINUTE);
    return () => {
      clearInterval(timer);
      if (waiting.current) clearTimeout(waiting.current);
    };
  }, [load]);
  return soon;
}
