"use client";

import { useTranslations } from "next-intl";
import { type KeyboardEvent, useEffect, useMemo, useRef } from "react";
import { AccountClock } from "@/app/(officer)/account-clocks";
import { pathOf } from "@/app/(officer)/inbox/feed/address";
import { groupOf } from "@/app/(officer)/inbox/feed/groups";
import type { InboxState } from "@/app/(officer)/inbox/feed/store";
import { currentQuestion } from "@/app/(officer)/inbox/thread/current-question";
import { useLongList } from "@/app/(officer)/inbox/use-long-list";
import { useStable } from "@/app/(officer)/inbox/use-stable";
import { queueSearch } from "@/lib/questions/address";
import type { QuestionRow } from "@/lib/questions/queries";
import { QueueRow } from "./queue-row";
import { useHand } from "./use-hand";
import { useScrollAnchor } from "./use-scroll-anchor";
import type { Selection } from "./use-selection";

const ROW_HEIGHT = 86;
/** The next page is asked for when so few rows are left below. */
const LEFT_BELOW = 15;

type Props = {
  state: InboxState;
  threadId: string | null;
  groupId: string | null;
  selection: Selection;
  isListed(row: QuestionRow): boolean;
  onOpen(row: QuestionRow): void;
  onStep(row: QuestionRow): void;
  onNeedMore(): void;
  /** The pointer or the focus has come to the rows: some may be chosen. */
  onNear(): void;
};

/** The rows in sight of a list that may be long. A list of links: Tab reaches the one at hand, arrows and J, K lead to the others. */
export function QueueRows({ state, threadId, groupId, selection, isListed, onOpen, onStep, onNeedMore, onNear }: Props) {
  const t = useTranslations("queue");
  const wanted = useRef<string | null>(null);
  const { rows, nextCursor, query, officerId, groups } = state;
  const paneOf = (row: QuestionRow) => groupOf(row, query, groups)?.id ?? row.threadId;
  // A member's thread stands in the queue as its group.
  const isRow = threadId !== null && rows.some((row) => paneOf(row) === threadId);
  const member = state.open?.view.id === threadId ? currentQuestion(state.open?.questions ?? []) : null;
  const openId = groupId ?? (isRow ? threadId : (member?.clusterId ?? threadId));
  const ids = useMemo(() => rows.map(({ id }) => id), [rows]);
  const hand = useHand({ rows, openId, paneOf, selection, onStep, onReach: (id) => reach(id) });
  const { box, virtual, reach } = useLongList({
    ids,
    link: "row",
    rowHeight: ROW_HEIGHT,
    kept: Math.max(ids.indexOf(hand.id ?? ""), 0),
    more: nextCursor,
    leftBelow: LEFT_BELOW,
    onNeedMore,
    wanted,
  });
  const items = virtual.getVirtualItems();
  useScrollAnchor(box, virtual, ids);

  // Another member leads the group by now: the row that did fades, and is not the open one any more.
  const isLed = rows.some((row) => !row.folded && paneOf(row) === groupId);
  const opened = rows.findIndex((row) => paneOf(row) === openId);
  useEffect(() => {
    if (opened >= 0) virtual.scrollToIndex(opened, { align: "auto" });
    // Only when another one is opened, not when rows come and go around it.
  }, [openId, virtual]);

  // Asked for, what has come is brought into sight, the most urgent of it.
  const news = useRef(state.arrived);
  useEffect(() => {
    const before = new Set(news.current.map(({ id }) => id));
    news.current = state.arrived;
    const first = state.arrived.length === 0 && before.size > 0 ? ids.findIndex((id) => before.has(id)) : -1;
    if (first >= 0) virtual.scrollToIndex(first, { align: "auto" });
  }, [state.arrived, ids, virtual]);

  const onToggle = useStable((row: QuestionRow, event: unknown) => {
    hand.take(row.id);
    selection.toggle(row, event);
  });
  const chosen = new Set(selection.chosen.map(({ id }) => id));
  const search = queueSearch(query);
  return (
    <div ref={box} className="min-h-0 flex-1 overflow-y-auto">
      <ul
        aria-label={t("rows")}
        className="group/list relative w-full"
        style={{ height: virtual.getTotalSize() }}
        onKeyDown={(event) => moveWithin(event, hand.move, selection.all)}
        data-selecting={chosen.size > 0 || undefined}
        onPointerEnter={onNear}
        onFocus={({ target }) => {
          onNear();
          const id = target.closest("li")?.dataset.id;
          if (id) hand.take(id);
        }}
      >
        {items.map((item) => {
          const row = rows[item.index];
          if (!row) return null;
          const group = groupOf(row, query, groups);
          const path = pathOf({ threadId: row.threadId, groupId: group?.id ?? null, search: search && `?${search}` });
          return (
            <li
              key={item.key}
              ref={virtual.measureElement}
              data-index={item.index}
              data-id={row.id}
              aria-posinset={item.index + 1}
              aria-setsize={nextCursor ? -1 : rows.length}
              className="absolute inset-x-0 top-0"
              style={{ transform: `translateY(${item.start}px)` }}
            >
              <AccountClock accountId={row.accountId}>
                <QueueRow
                  row={row}
                  group={group}
                  looked={group ? groups.looks.get(group.id) : undefined}
                  officerId={officerId}
                  href={path}
                  current={openId !== null && paneOf(row) === openId && !(row.folded && isLed)}
                  checked={chosen.has(row.id)}
                  reachable={row.id === hand.id}
                  faded={!isListed(row)}
                  onOpen={onOpen}
                  onToggle={onToggle}
                />
              </AccountClock>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function moveWithin(event: KeyboardEvent, move: (by: 1 | -1) => void, all: () => void) {
  const by = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
  const wantsAll = event.key.toLowerCase() === "a" && (event.ctrlKey || event.metaKey);
  if (by === 0 && !wantsAll) return;
  event.preventDefault();
  if (by === 0) all();
  else move(by);
}
