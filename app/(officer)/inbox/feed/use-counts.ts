import { type Dispatch, type RefObject, useCallback, useEffect, useEffectEvent, useRef } from "react";
import type { QueueView } from "@/lib/questions/rules";
import { isListed } from "@/lib/questions/views";
import { MINUTE, SECOND } from "@/lib/time/rules";
import { loadCounts, loadQueuePage } from "./loaders";
import type { InboxAction, InboxState } from "./store";
import { serverNow } from "./ticker";

/** Clocks run out one after the other: what they change is read so often at most. */
const CLOCK_PAUSE = 15 * SECOND;
/** Rows are read so often at most while it is changes, not the clock, that have the counts read. */
const CHANGES_PAUSE = MINUTE;
/** Where rows appear because time passes. */
const BY_CLOCK: readonly QueueView[] = ["waiting", "dueSoon", "overdue"];

/**
 * Reads the counts after changes, at most once a second, when the clock alone changes them, and once a minute; and the rows that the
 * clock has brought into the view. Returns how to ask for the counts.
 */
export function useCounts(state: InboxState, dispatch: Dispatch<InboxAction>): () => void {
  const waiting = useRef<ReturnType<typeof setTimeout> | null>(null);
  const byClock = useRef(false);
  const load = useCallback(async () => {
    waiting.current = null;
    const read = await loadCounts().catch(() => null);
    if (read) dispatch({ type: "countsLoaded", ...read });
  }, [dispatch]);
  const soon = useCallback(() => {
    waiting.current ??= setTimeout(() => void load(), SECOND);
  }, [load]);
  useEffect(
    () => () => {
      if (waiting.current) clearTimeout(waiting.current);
    },
    [],
  );

  const { counts } = state;
  useEffect(() => {
    const left = counts.changesAt.getTime() - serverNow().getTime();
    const read = () => {
      byClock.current = true;
      void load();
    };
    const timer = setTimeout(read, Math.min(Math.max(left + SECOND, CLOCK_PAUSE), MINUTE));
    return () => clearTimeout(timer);
  }, [counts, load]);
  useRowsByClock(state, dispatch, byClock);
  return soon;
}

/**
 * When the counts say more of a view than is known, its first page is read: the new rows wait behind the bar like any others. Of a
 * view that goes on below the rows, and of a filter, the counts tell nothing: it is read each time, with the same pause.
 */
function useRowsByClock(state: InboxState, dispatch: Dispatch<InboxAction>, byClock: RefObject<boolean>) {
  const readAt = useRef(0);
  const fillIn = useEffectEvent(async () => {
    const { query, rows, arrived, nextCursor, officerId, counts } = state;
    const pause = byClock.current ? CLOCK_PAUSE : CHANGES_PAUSE;
    byClock.current = false;
    if (!BY_CLOCK.includes(query.view) || Date.now() < readAt.current + pause) return;
    const known = new Set([...rows, ...arrived].filter((row) => isListed(query, row, officerId, serverNow())).map(({ id }) => id));
    if (!nextCursor && Object.keys(query.filter).length === 0 && counts[query.view] <= known.size) return;
    readAt.current = Date.now();
    const read = await loadQueuePage({ query, cursor: null }).catch(() => null);
    if (read) dispatch({ type: "topRead", read });
  });
  const isFirst = useRef(true);
  useEffect(() => {
    if (!isFirst.current && state.counts) void fillIn();
    isFirst.current = false;
  }, [state.counts]);
}
