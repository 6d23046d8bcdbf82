"use client";

import { useVirtualizer } from "@tanstack/react-virtual";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import type { InboxState } from "@/app/(officer)/inbox/feed/store";
import { EmptyState } from "@/components/ui/empty-state";
import type { QueueCounts, QueueView } from "@/lib/questions/queries";
import { isUrgent } from "./queue-order";
import { QueueRow } from "./queue-row";

const VIEWS: readonly QueueView[] = ["waiting", "mine", "promises", "done"];
const ROW_HEIGHT = 86;
/** The next page is asked for when so few rows are left below. */
const LEFT_BELOW = 15;

type Props = { state: InboxState; threadId: string | null; onShowArrived(): void; onNeedMore(): void };

/** What waits, most urgent first. New rows wait behind a bar: nothing moves under the pointer. */
export function Queue({ state, threadId, onShowArrived, onNeedMore }: Props) {
  const t = useTranslations("queue");
  return (
    <section aria-label={t("label")} className="flex min-h-0 flex-col border-r border-line bg-panel">
      <Tabs view={state.view} counts={state.counts} threadId={threadId} />
      <ArrivedBar rows={state.arrived} onShow={onShowArrived} />
      {state.rows.length === 0 ? (
        <Nothing view={state.view} arrived={state.arrived.length} />
      ) : (
        <Rows state={state} threadId={threadId} onNeedMore={onNeedMore} />
      )}
    </section>
  );
}

function Tabs({ view, counts, threadId }: { view: QueueView; counts: QueueCounts; threadId: string | null }) {
  const t = useTranslations("queue.views");
  const numbers: Record<QueueView, number | null> = { waiting: counts.waiting, mine: counts.mine, promises: counts.promises, done: null };
  return (
    <nav aria-label={t("label")} className="flex gap-0.5 border-b border-line-2 px-2 py-1.5">
      {VIEWS.map((known) => (
        <Link
          key={known}
          href={`/inbox${threadId ? `/${threadId}` : ""}?view=${known}`}
          aria-current={known === view ? "true" : undefined}
          className={`flex min-h-8 items-center rounded-md px-2.5 text-ink-2 hover:bg-raise ${known === view ? "bg-sel font-semibold text-info" : ""}`}
        >
          {t(known)}
          {numbers[known] !== null && <small className="ml-1 text-[12px] font-normal text-ink-3">{numbers[known]}</small>}
        </Link>
      ))}
    </nav>
  );
}

/** As tall with nothing to show, so that no row moves when something arrives. */
function ArrivedBar({ rows, onShow }: { rows: InboxState["arrived"]; onShow(): void }) {
  const t = useTranslations("queue");
  if (rows.length === 0) return <p className="grid h-11 shrink-0 place-content-center text-[13px] text-ink-3">{t("upToDate")}</p>;
  const urgent = rows.some(isUrgent);
  return (
    <button
      type="button"
      onClick={onShow}
      className={`mx-3 my-1.5 flex h-8 shrink-0 items-center justify-center rounded-full text-[13px] ${urgent ? "bg-danger-bg font-semibold text-danger" : "bg-sel text-info"}`}
    >
      {urgent ? t("arrivedUrgent", { count: rows.length }) : t("arrived", { count: rows.length })}
    </button>
  );
}

function Rows({ state, threadId, onNeedMore }: Omit<Props, "onShowArrived">) {
  const t = useTranslations("queue");
  const box = useRef<HTMLDivElement>(null);
  const { rows, nextCursor, view } = state;
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: 8,
    initialRect: { width: 344, height: 900 },
  });
  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (nextCursor && last >= rows.length - LEFT_BELOW) onNeedMore();
  }, [last, nextCursor, rows.length, onNeedMore]);

  const selected = rows.findIndex((row) => row.threadId === threadId);
  useEffect(() => {
    if (selected >= 0) virtual.scrollToIndex(selected, { align: "auto" });
  }, [selected, virtual]);

  return (
    <div ref={box} className="min-h-0 flex-1 overflow-y-auto">
      <ul aria-label={t("rows")} className="relative w-full" style={{ height: virtual.getTotalSize() }}>
        {items.map((item) => {
          const row = rows[item.index];
          if (!row) return null;
          return (
            <li
              key={item.key}
              ref={virtual.measureElement}
              data-index={item.index}
              aria-posinset={item.index + 1}
              aria-setsize={rows.length}
              className="absolute inset-x-0 top-0"
              style={{ transform: `translateY(${item.start}px)` }}
            >
              <QueueRow row={row} href={`/inbox/${row.threadId}?view=${view}`} selected={row.threadId === threadId} />
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function Nothing({ view, arrived }: { view: QueueView; arrived: number }) {
  const t = useTranslations("queue.empty");
  if (arrived > 0) return null;
  return <EmptyState title={t(`${view}.title`)}>{t(`${view}.hint`)}</EmptyState>;
}
