import type { Virtualizer } from "@tanstack/react-virtual";
import { type RefObject, useLayoutEffect, useRef } from "react";

/**
 * Keeps the rows that are in sight where they are when others above them come or go. `ids`: the rows in their order; the same
 * array while nothing has come or gone.
 */
export function useScrollAnchor(box: RefObject<HTMLElement | null>, virtual: Virtualizer<HTMLDivElement, Element>, ids: readonly string[]) {
  const before = useRef<{ ids: readonly string[]; id: string; start: number } | null>(null);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const known = before.current;
    // Asked of the list and not of the page, which would have to lay itself out at every key to say it.
    let offset = virtual.scrollOffset ?? 0;
    if (known && known.ids !== ids) {
      const start = startOf(virtual, ids.indexOf(known.id));
      if (start !== null && start !== known.start) {
        element.scrollTop += start - known.start;
        offset = element.scrollTop;
      }
    }
    const top = virtual.getVirtualItems().find(({ end }) => end > offset);
    const id = top && ids[top.index];
    before.current = id === undefined ? null : { ids, id, start: top?.start ?? 0 };
  });
}

function startOf(virtual: Virtualizer<HTMLDivElement, Element>, index: number): number | null {
  return index < 0 ? null : (virtual.measurementsCache[index]?.start ?? null);
}
