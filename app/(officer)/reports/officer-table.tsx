"use client";

import { type Cell, createColumnHelper, createSortedRowModel, rowSortingFeature, tableFeatures, useTable } from "@tanstack/react-table";
import { ArrowDown, ArrowUp } from "lucide-react";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import type { OfficerRow } from "@/lib/reports/results";
import type { Measure } from "@/lib/reports/rules";
import type { ReportQuery } from "@/lib/reports/schema";
import { drillHref } from "./address";
import { CountLink, Lasting, Share } from "./figure";
import { NARROW_HEAD, NUMBER, TABLE } from "./table-look";

const features = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel() });
const helper = createColumnHelper<typeof features, OfficerRow>();
const LAST = { sortUndefined: "last" } as const;
const COLUMNS = [
  "name",
  "opened",
  "responded",
  "answered",
  "median",
  "p90",
  "within10",
  "within3",
  "late",
  "answeredRate",
  "promisesKept",
  "satisfaction",
] as const;
type Column = (typeof COLUMNS)[number];

const VALUES: Record<Exclude<Column, "name">, (row: OfficerRow) => number | undefined> = {
  opened: ({ counts }) => counts.opened,
  responded: ({ counts }) => counts.responded,
  answered: ({ counts }) => counts.answered,
  median: ({ first }) => first.median ?? undefined,
  p90: ({ first }) => first.p90 ?? undefined,
  within10: ({ rates }) => rates.within10 ?? undefined,
  within3: ({ rates }) => rates.within3 ?? undefined,
  late: ({ counts }) => counts.late,
  answeredRate: ({ rates }) => rates.answered ?? undefined,
  promisesKept: ({ rates }) => rates.promisesKept ?? undefined,
  satisfaction: ({ rates }) => rates.satisfaction ?? undefined,
};
const COUNTS: Partial<Record<Column, Measure>> = { opened: "opened", responded: "responded", answered: "answered", late: "late" };

/** Who answered how much, how fast and how well; a head sorts by its column. `alone`: the reader sees no colleague's row. */
export function OfficerTable({ rows, query, alone }: { rows: OfficerRow[]; query: ReportQuery; alone: boolean }) {
  const t = useTranslations("reports.officers");
  const columns = useMemo(
    () =>
      helper.columns(
        COLUMNS.map((id) =>
          id === "name"
            ? helper.accessor(({ name }) => name ?? "", { id })
            : helper.accessor(VALUES[id], { id, ...LAST, sortDescFirst: id !== "median" && id !== "p90" }),
        ),
      ),
    [],
  );
  const table = useTable({
    features,
    columns,
    data: rows,
    enableSortingRemoval: false,
    initialState: { sorting: [{ id: "responded", desc: true }] },
  });
  return (
    <section aria-label={t("title")} className="report-panel lg:col-span-7 print:col-span-full">
      <h2 className="font-semibold">{t("title")}</h2>
      <p className="text-ink-3 text-sm">{t(alone ? "leadAlone" : "lead")}</p>
      {rows.length === 0 ? (
        <p className="mt-2 text-ink-2">{t(alone ? "noneOfYours" : "none")}</p>
      ) : (
        <div className="relative overflow-x-auto">
          <table className={`${TABLE} [&_td]:pr-1.5 [&_th]:pr-1.5`}>
            <thead>
              <tr>
                {table.getHeaderGroups()[0]?.headers.map(({ id, column }) => {
                  const sorted = column.getIsSorted();
                  const Arrow = sorted === "desc" ? ArrowDown : ArrowUp;
                  return (
                    <th
                      key={id}
                      aria-sort={sorted ? (sorted === "desc" ? "descending" : "ascending") : "none"}
                      className={`${NARROW_HEAD} ${id === "name" ? "" : "text-right"}`}
                    >
                      <button
                        type="button"
                        onClick={column.getToggleSortingHandler()}
                        className="inline-flex min-h-6 items-center gap-0.5 rounded text-left hover:text-ink [th.text-right_&]:text-right"
                      >
                        {t(`heads.${id}`)}
                        {sorted ? <Arrow size={13} aria-hidden className="print:hidden" /> : null}
                      </button>
                    </th>
                  );
                })}
              </tr>
            </thead>
            <tbody>
              {table.getRowModel().rows.map((row) => (
                <tr key={row.id}>
                  {row.getAllCells().map((cell) => (
                    <OfficerCell key={cell.id} cell={cell} query={query} />
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

function OfficerCell({ cell, query }: { cell: Cell<typeof features, OfficerRow, unknown>; query: ReportQuery }) {
  const t = useTranslations("reports.officers");
  const row = cell.row.original;
  const id = cell.column.id as Column;
  if (id === "name")
    return (
      <th scope="row" className="whitespace-nowrap py-1.5 pr-2 text-left font-normal">
        {row.name ?? t("nobody")}
      </th>
    );
  const measure = COUNTS[id];
  const value = VALUES[id](row);
  return (
    <td className={NUMBER}>
      {measure ? (
        <CountLink href={drillHref(query, { measure, officer: row.key ?? "none" })} value={value ?? 0} />
      ) : id === "median" || id === "p90" ? (
        <Lasting seconds={value ?? null} />
      ) : (
        <Share value={value ?? null} />
      )}
    </td>
  );
}
