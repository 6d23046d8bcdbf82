import { useState } from "react";
import { useCommand } from "@/app/(officer)/inbox/keyboard/use-command";
import type { QuestionRow } from "@/lib/questions/queries";
import type { Selection } from "./use-selection";

type Hand = {
  rows: readonly QuestionRow[];
  /** What stands in the middle pane: a thread or a group. */
  openId: string | null;
  /** What a row opens. */
  paneOf(row: QuestionRow): string;
  selection: Selection;
  onStep(row: QuestionRow): void;
  /** Brings a row into sight and gives it the focus. */
  onReach(id: string): void;
};

/**
 * The row that keys mean: the one stepped to or focused last, else the open thread's, else the first. J and K go on from it and open,
 * with Shift they choose; X takes it in or out. Two rows can belong to one thread, so a row is remembered, not its thread.
 */
export function useHand({ rows, openId, paneOf, selection, onStep, onReach }: Hand) {
  const [held, setHeld] = useState<{ id: string; openId: string | null } | null>(null);
  const known = held?.openId === openId ? rows.findIndex(({ id }) => id === held.id) : -1;
  const opened = known >= 0 ? known : rows.findIndex((row) => paneOf(row) === openId);
  const row = rows[Math.max(opened, 0)];

  function reach(index: number): QuestionRow | undefined {
    const next = rows[index];
    if (next) onReach(next.id);
    return next;
  }
  function step(by: 1 | -1) {
    const next = reach(opened < 0 ? 0 : opened + by);
    if (!next) return;
    setHeld({ id: next.id, openId: paneOf(next) });
    onStep(next);
  }
  function move(by: 1 | -1): QuestionRow | undefined {
    const next = reach(Math.max(opened, 0) + by);
    if (next) setHeld({ id: next.id, openId });
    return next;
  }
  function extend(by: 1 | -1) {
    const next = move(by);
    selection.add([row, next].flatMap((each) => each?.id ?? []));
  }
  useCommand("next", () => step(1));
  useCommand("previous", () => step(-1));
  useCommand("extendNext", () => extend(1));
  useCommand("extendPrevious", () => extend(-1));
  useCommand("select", () => {
    if (!row) return;
    const chosen = selection.chosen.some(({ id }) => id === row.id);
    selection.toggle(row, { target: { checked: !chosen } });
  });

  return {
    id: row?.id ?? null,
    /** A row that has taken the focus is at hand, though its thread is not open. */
    take: (id: string) => setHeld((before) => (before?.id === id && before.openId === openId ? before : { id, openId })),
    move,
  };
}
