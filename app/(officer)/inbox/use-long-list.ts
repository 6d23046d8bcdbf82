import { defaultRangeExtractor, useVirtualizer } from "@tanstack/react-virtual";
import { type RefObject, useEffect, useRef } from "react";

type LongList = {
  /** Of the rows, in their order; each row's link bears its own as `data-row` or `data-hit`. */
  ids: readonly string[];
  link: "row" | "hit";
  /** Of a row not yet measured, in pixels. */
  rowHeight: number;
  /** The place of the row that is always on the page, because Tab must find it. */
  kept: number;
  /** Where the next page begins, null when there is none; it is asked for when only `leftBelow` rows are left below. */
  more: string | null;
  leftBelow: number;
  onNeedMore(): void;
  /** The row that takes the focus as soon as it is on the page. */
  wanted: RefObject<string | null>;
  /** What stands above the first row in the same box, in pixels. */
  above?: number;
};

/** A list of which only the rows in sight are on the page: the box that scrolls, and where its rows stand. */
export function useLongList({ ids, link, rowHeight, kept, more, leftBelow, onNeedMore, wanted, above = 0 }: LongList) {
  const box = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: ids.length,
    getScrollElement: () => box.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => ids[index] ?? index,
    rangeExtractor: (range) =>
      [...new Set([...defaultRangeExtractor(range), kept])].filter((place) => place < ids.length).sort((one, other) => one - other),
    scrollMargin: above,
    overscan: 6,
    initialRect: { width: 344, height: 900 },
  });

  const last = virtual.range?.endIndex ?? 0;
  useEffect(() => {
    if (more !== null && last >= ids.length - leftBelow) onNeedMore();
  }, [last, more, leftBelow, ids.length, onNeedMore]);

  // The row may come into being only with the scrolling.
  useEffect(() => {
    const found = wanted.current && box.current?.querySelector<HTMLElement>(`[data-${link}="${wanted.current}"]`);
    if (!found) return;
    wanted.current = null;
    found.focus({ preventScroll: true });
  });

  /** Brings a row into sight and gives it the focus. */
  function reach(id: string) {
    wanted.current = id;
    virtual.scrollToIndex(ids.indexOf(id), { align: "auto" });
  }
  return { box, virtual, reach };
}
