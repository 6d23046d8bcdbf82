import { type RowSelectionState, rowSelectionFeature, tableFeatures, useTable } from "@tanstack/react-table";
import { useEffect, useState } from "react";
import { useStable } from "@/app/(officer)/inbox/use-stable";
import type { QuestionRow } from "@/lib/questions/queries";
import { MAX_BULK } from "@/lib/questions/rules";

const features = tableFeatures({ rowSelectionFeature });
/** The rows are laid out by themselves; the table keeps which of them are chosen. */
const columns: [] = [];
const idOf = (row: QuestionRow) => row.id;

export type Selection = ReturnType<typeof useSelection>;

/** The rows of the queue and which of them are chosen for one action; rows that are gone from `listed` are chosen no more. */
export function useSelection(rows: QuestionRow[], isListed: (row: QuestionRow) => boolean) {
  const [rowSelection, setRowSelection] = useState<RowSelectionState>({});
  const table = useTable({ features, columns, data: rows, getRowId: idOf, state: { rowSelection }, onRowSelectionChange: setRowSelection });
  const models = table.getRowModel().rows;
  const chosen = models.filter((row) => row.getIsSelected()).map(({ original }) => original);

  useEffect(() => {
    const ids = Object.keys(rowSelection);
    if (ids.length === 0) return;
    const stay = new Set(rows.filter(isListed).map(idOf));
    const kept = ids.filter((id) => stay.has(id));
    if (kept.length < ids.length) setRowSelection(asState(kept));
  }, [rows, rowSelection, isListed]);

  const toggle = useStable((row: QuestionRow, event: unknown) => table.getRow(row.id).getToggleSelectedHandler()(event));
  return {
    rows: models,
    chosen,
    /** Takes a row in or out; with Shift, all from the one before to this one. */
    toggle,
    add: (ids: readonly string[]) => setRowSelection((before) => ({ ...before, ...asState(ids) })),
    all: () => setRowSelection(asState(rows.filter(isListed).slice(0, MAX_BULK).map(idOf))),
    only: (ids: readonly string[]) => setRowSelection(asState(ids)),
    clear: () => setRowSelection({}),
  };
}

function asState(ids: readonly string[]): RowSelectionState {
  return Object.fromEntries(ids.map((id) => [id, true as const]));
}
