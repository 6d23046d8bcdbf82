"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import type { QueueQuery } from "@/lib/questions/rules";
import { wholeView } from "./view-tabs";

type Props = { query: QueueQuery; onQuery(query: QueueQuery): void };

/** In place of rows: what is true of this view, and what to do. */
export function EmptyQueue({ query, onQuery }: Props) {
  const t = useTranslations("queue.empty");
  const isFiltered = Object.values(query.filter).some((value) => value !== undefined);
  if (isFiltered)
    return (
      <EmptyState
        title={t("filtered.title")}
        action={
          <Button size="small" onClick={() => onQuery(wholeView(query.view))}>
            {t("filtered.clear")}
          </Button>
        }
      >
        {t("filtered.hint")}
      </EmptyState>
    );
  return <EmptyState title={t(`${query.view}.title`)}>{t(`${query.view}.hint`)}</EmptyState>;
}

/** In place of a view that did not come. */
export function FailedQueue({ onRetry }: { onRetry(): void }) {
  const t = useTranslations("queue.failed");
  return (
    <div role="alert">
      <EmptyState title={t("title")} action={<Button onClick={onRetry}>{t("retry")}</Button>}>
        {t("hint")}
      </EmptyState>
    </div>
  );
}

/** In place of a view that is long on its way: rows to come, as tall as rows are. */
export function QueueSkeleton() {
  const t = useTranslations("common");
  return (
    <div role="status" className="min-h-0 flex-1 overflow-hidden">
      <span className="sr-only">{t("loading")}</span>
      {[72, 58, 66, 49, 70, 55, 61].map((width) => (
        <div key={width} aria-hidden="true" className="flex h-[86px] flex-col justify-center gap-2.5 border-b border-line-2 pr-[14px] pl-7">
          <span className="h-4 rounded bg-line-2" style={{ width: `${width}%` }} />
          <span className="h-3 w-[85%] rounded bg-line-2" />
          <span className="h-3 w-[30%] rounded bg-line-2" />
        </div>
      ))}
    </div>
  );
}
