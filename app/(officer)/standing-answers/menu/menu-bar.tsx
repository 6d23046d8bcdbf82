"use client";

import { useState } from "react";
import type { Button } from "@/lib/standing-answers/buttons";

type Props = { buttons: readonly Button[]; empty: string; onTap: (button: Button) => void };

const ITEM = "min-h-11 w-full min-w-0 px-1 text-ink text-sm wrap-anywhere hover:bg-line-2";

/** WeChat's menu bar: a column with rows unfolds above it, another is tapped. */
export function MenuBar({ buttons, empty, onTap }: Props) {
  const [open, setOpen] = useState<number | null>(null);
  const columns = buttons.filter(({ row }) => row === 0);
  if (columns.length === 0) return <p className="min-h-11 py-3 text-center text-ink-2 text-sm">{empty}</p>;
  const tap = (button: Button) => {
    setOpen(null);
    onTap(button);
  };
  return (
    <ul className="mt-2 flex overflow-visible rounded-b-[20px] border-line border-t bg-panel">
      {columns.map((column) => {
        const rows = buttons.filter((button) => button.column === column.column && button.row > 0);
        const isOpen = open === column.column;
        return (
          <li
            key={column.column}
            className="relative min-w-0 flex-1 border-line border-l first:border-l-0"
            onKeyDown={(event) => event.key === "Escape" && setOpen(null)}
          >
            {isOpen ? (
              <ul className="absolute inset-x-1 bottom-full mb-1.5 divide-y divide-line rounded-lg border border-edge bg-panel shadow-lg">
                {rows.map((row) => (
                  <li key={row.row}>
                    <button type="button" className={ITEM} onClick={() => tap(row)}>
                      {row.name}
                    </button>
                  </li>
                ))}
              </ul>
            ) : null}
            {rows.length > 0 ? (
              <button type="button" aria-expanded={isOpen} className={ITEM} onClick={() => setOpen(isOpen ? null : column.column)}>
                <span aria-hidden="true" className="text-ink-3">
                  ≡{" "}
                </span>
                {column.name}
              </button>
            ) : (
              <button type="button" className={ITEM} onClick={() => tap(column)}>
                {column.name}
              </button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
