"use client";

import { useVirtualizer } from "@tanstack/react-virtual";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { HEAD } from "@/app/(officer)/reports/table-look";
import { Button } from "@/components/ui/button";
import type { DrillPage } from "@/lib/reports/results";
import { DrillTableRow } from "./drill-table-row";
import { useRows } from "./use-rows";

const ROW_HEIGHT = 41;
const LEFT_BELOW = 15;
const HEADS = ["number", "at", "dueAt", "doneAt", "minutes", "officer", "matter", "reason"] as const;
/** On a phone the row's number, how long it took and what it was about are enough; the thread has the rest. */
const WIDE_ONLY: readonly string[] = ["dueAt", "doneAt", "officer"];

/** The rows behind a number, more of them as one scrolls; only those in sight are on the page. */
export function RowList({ first, search, timeZone }: { first: DrillPage; search: string; timeZone: string }) {
  const t = useTranslations("reports.rows");
  const box = useRef<HTMLDivElement>(null);
  const { rows, more, failed, loadMore } = useRows(first, search);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 12,
    initialRect: { width: 1_000, height: 900 },
  });
  const shown = virtual.getVirtualItems();
  const last = shown.at(-1)?.index ?? 0;
  useEffect(() => {
    if (more && !failed && last >= rows.length - LEFT_BELOW) loadMore();
  }, [last, more, failed, rows.length, loadMore]);

  const above = shown[0]?.start ?? 0;
  const below = virtual.getTotalSize() - (shown.at(-1)?.end ?? 0);
  return (
    <div ref={box} className="relative min-h-0 overflow-auto px-4 pb-6 max-md:px-2">
      <table aria-rowcount={first.total + 1} className="w-full border-collapse text-sm">
        <thead className="sticky top-0 z-10 bg-bg">
          <tr aria-rowindex={1}>
            {HEADS.map((head) => (
              <th
                key={head}
                className={`${HEAD} py-2 ${WIDE_ONLY.includes(head) ? "max-md:hidden" : ""} ${head === "minutes" ? "text-right" : ""} ${head === "officer" ? "pl-3" : ""}`}
              >
                {t(`heads.${head}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <Gap height={above} />
          {shown.map(({ index }) => {
            const row = rows[index];
            return row ? <DrillTableRow key={row.key} row={row} at={index + 2} timeZone={timeZone} /> : null;
          })}
          <Gap height={below} />
        </tbody>
      </table>
      {failed ? (
        <p role="alert" className="flex items-center gap-3 py-3 text-late">
          {t("failed")}
          <Button size="small" onClick={loadMore}>
            {t("retry")}
          </Button>
        </p>
      ) : more ? (
        <p role="status" className="py-3 text-ink-3">
          {t("more")}
        </p>
      ) : null}
    </div>
  );
}

function Gap({ height }: { height: number }) {
  return height > 0 ? (
    <tr>
      <td colSpan={HEADS.length} style={{ height }} />
    </tr>
  ) : null;
}
