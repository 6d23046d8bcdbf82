import { useTranslations } from "next-intl";
import { type KeyboardEvent, type ReactNode, type RefObject, useEffect, useMemo, useRef } from "react";
import { useLongList } from "@/app/(officer)/inbox/use-long-list";
import type { SearchHit } from "@/lib/search/queries";
import { SearchHitRow } from "./search-hit";

const ROW_HEIGHT = 96;
/** The next page is asked for when so few rows are left below. */
const LEFT_BELOW = 8;

type Props = {
  hits: readonly SearchHit[];
  words: readonly string[];
  currentId: string | null;
  reached: RefObject<string | null>;
  hrefOf(hit: SearchHit): string;
  onOpen(hit: SearchHit): void;
  onNeedMore(): void;
  /** Above the first row and below the last one. */
  head: ReactNode;
  foot: ReactNode;
};

/** What was said, newest first; only the rows in sight stand on the page. Tab reaches the open one, arrows and J, K lead to the others. */
export function SearchHits({ hits, words, currentId, reached, hrefOf, onOpen, onNeedMore, head, foot }: Props) {
  const t = useTranslations("search");
  const list = useRef<HTMLUListElement>(null);
  const current = hits.findIndex(({ id }) => id === currentId);
  const ids = useMemo(() => hits.map(({ id }) => id), [hits]);
  const { box, virtual, reach } = useLongList({
    ids,
    link: "hit",
    rowHeight: ROW_HEIGHT,
    kept: Math.max(current, 0),
    more: hits.at(-1)?.id ?? null,
    leftBelow: LEFT_BELOW,
    onNeedMore,
    wanted: reached,
    above: list.current?.offsetTop ?? 0,
  });
  useEffect(() => {
    if (current >= 0) virtual.scrollToIndex(current, { align: "auto" });
  }, [current, virtual]);

  function move(event: KeyboardEvent) {
    const by = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    const id = by !== 0 && event.target instanceof HTMLElement ? event.target.dataset.hit : undefined;
    const next = id === undefined ? undefined : hits[hits.findIndex((hit) => hit.id === id) + by];
    if (!next) return;
    event.preventDefault();
    reach(next.id);
    list.current?.querySelector<HTMLElement>(`[data-hit="${next.id}"]`)?.focus({ preventScroll: true });
  }
  return (
    <div ref={box} className="relative min-h-0 flex-1 overflow-y-auto">
      {head}
      <ul ref={list} aria-label={t("hits")} className="relative w-full" style={{ height: virtual.getTotalSize() }} onKeyDown={move}>
        {virtual.getVirtualItems().map((item) => {
          const hit = hits[item.index];
          return hit ? (
            <li
              key={item.key}
              ref={virtual.measureElement}
              data-index={item.index}
              aria-posinset={item.index + 1}
              aria-setsize={-1}
              className="absolute inset-x-0 top-0"
              style={{ transform: `translateY(${item.start - virtual.options.scrollMargin}px)` }}
            >
              <SearchHitRow
                hit={hit}
                words={words}
                href={hrefOf(hit)}
                current={item.index === current}
                reachable={item.index === Math.max(current, 0)}
                onOpen={onOpen}
              />
            </li>
          ) : null;
        })}
      </ul>
      {foot}
    </div>
  );
}
