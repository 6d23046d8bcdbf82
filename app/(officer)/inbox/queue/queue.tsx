"use client";

import { useTranslations } from "next-intl";
import { Suspense, useCallback, useEffect, useRef, useState } from "react";
import type { InboxState } from "@/app/(officer)/inbox/feed/store";
import { serverNow } from "@/app/(officer)/inbox/feed/ticker";
import { lazyPart } from "@/components/ui/lazy-part";
import type { QuestionRow } from "@/lib/questions/queries";
import type { QueueQuery } from "@/lib/questions/rules";
import { isListed } from "@/lib/questions/views";
import { ArrivedBar } from "./arrived-bar";
import { EmptyQueue, FailedQueue, QueueSkeleton } from "./empty-queue";
import { FilterButton } from "./filter-button";
import { FilterChips } from "./filter-chips";
import { isOutOfOrder } from "./queue-order";
import { QueueRows } from "./queue-rows";
import type { SavedView } from "./saved-view";
import { useSelection } from "./use-selection";
import { ViewTabs } from "./view-tabs";

const loadBulkDesk = () => import("./bulk/bulk-desk").then(({ BulkDesk }) => BulkDesk);
const BulkDesk = lazyPart(loadBulkDesk);
const SavedViews = lazyPart(() => import("./saved-views").then(({ SavedViews }) => SavedViews));

const NONE: QuestionRow[] = [];
/** Rows that are left stay in sight for so long while others are read: most views come sooner. */
const PATIENCE = 200;

type Props = {
  state: InboxState;
  threadId: string | null;
  groupId: string | null;
  accounts: readonly { id: string; slug: string; name: string }[];
  savedViews: readonly SavedView[];
  hrefOf(query: QueueQuery): string;
  onOpen(row: QuestionRow): void;
  onStep(row: QuestionRow): void;
  onQuery(query: QueueQuery): void;
  onRetry(): void;
  onNeedMore(): void;
  onShowArrived(): void;
  /** The pointer or the focus has come to the rows: one may be opened. */
  onNear(): void;
  /** The pointer has left the rows: what has ended may go. */
  onLeave(): void;
  onBringBack(ids: readonly string[]): void;
  /** A search stands in its place: it stays as it is, out of reach, and nothing of it is chosen. */
  covered: boolean;
};

/** What waits, most urgent first. New rows wait behind a bar: nothing moves under the pointer. */
export function Queue({
  state,
  threadId,
  groupId,
  accounts,
  savedViews,
  hrefOf,
  onOpen,
  onQuery,
  onRetry,
  onNeedMore,
  onLeave,
  covered,
  ...props
}: Props) {
  const t = useTranslations("queue");
  const [saved, setSaved] = useState(savedViews);
  const [managing, setManaging] = useState(false);
  const { asked, officerId } = state;
  const query = asked?.query ?? state.query;
  const isShown = useCallback((row: QuestionRow) => isListed(state.query, row, officerId, serverNow()), [state.query, officerId]);
  const selection = useSelection(covered ? NONE : state.rows, isShown);
  const isLate = useLate(asked !== null && !asked.failed);
  const chose = useRef(false);
  chose.current ||= selection.chosen.length > 0;

  return (
    <section
      aria-label={t("label")}
      inert={covered}
      className={`col-start-1 row-start-1 flex min-h-0 flex-col border-r border-line bg-panel ${covered ? "invisible" : ""}`}
    >
      <ViewTabs query={query} counts={state.counts} saved={saved} hrefOf={hrefOf} onShow={onQuery} onManage={() => setManaging(true)} />
      <div className="flex shrink-0 items-center gap-1 py-1.5 pr-2 pl-3">
        <ArrivedBar rows={state.arrived} outOfOrder={isOutOfOrder(state, serverNow())} onShow={props.onShowArrived} />
        <FilterButton query={query} accounts={accounts} onQuery={onQuery} />
      </div>
      <FilterChips query={query} accounts={accounts} onQuery={onQuery} />
      {asked?.failed ? (
        <FailedQueue onRetry={onRetry} />
      ) : isLate ? (
        <QueueSkeleton />
      ) : state.rows.length === 0 ? (
        state.arrived.length === 0 && <EmptyQueue query={query} onQuery={onQuery} />
      ) : (
        <div className="flex min-h-0 flex-1 flex-col" inert={asked !== null} aria-busy={asked !== null} onPointerLeave={onLeave}>
          <QueueRows
            state={state}
            threadId={threadId}
            groupId={groupId}
            selection={selection}
            isListed={isShown}
            onOpen={onOpen}
            onStep={props.onStep}
            onNeedMore={onNeedMore}
            onNear={() => {
              loadBulkDesk().catch(() => undefined);
              props.onNear();
            }}
          />
        </div>
      )}
      <Suspense>
        {chose.current ? <BulkDesk state={state} selection={selection} onBringBack={props.onBringBack} /> : null}
        {managing ? (
          <SavedViews query={query} saved={saved} onSaved={setSaved} onShow={onQuery} onClose={() => setManaging(false)} />
        ) : null}
      </Suspense>
    </section>
  );
}

function useLate(waiting: boolean): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    if (!waiting) return setLate(false);
    const timer = setTimeout(() => setLate(true), PATIENCE);
    return () => clearTimeout(timer);
  }, [waiting]);
  return waiting && late;
}
