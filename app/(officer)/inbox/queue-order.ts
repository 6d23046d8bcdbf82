import type { QuestionRow, QueueView } from "@/lib/questions/queries";
import { isDanger, statusOf } from "@/lib/questions/rules";
import { dutyOf } from "@/lib/sla/rules";
import { DAY } from "@/lib/time/rules";

/** Whether a row has its place in a view, as listQueue() on the server decides it. */
export function belongs(view: QueueView, row: QuestionRow, officerId: string): boolean {
  const open = statusOf(row) === "open";
  if (view === "done") return !open && endedAt(row) > Date.now() - DAY;
  if (view === "mine") return open && row.assignedTo?.id === officerId;
  return open && (view === "waiting" || row.promisedAt !== null);
}

/** The queue's order: danger first, then the sooner of promise and WeChat window, then what waits for the resident; `done`: what ended last. */
export function inOrder(view: QueueView, rows: readonly QuestionRow[]): QuestionRow[] {
  const rank = view === "done" ? (row: QuestionRow) => [0, -endedAt(row)] as const : urgency;
  return [...rows].sort((one, other) => {
    const [calm, at] = rank(one);
    const [otherCalm, otherAt] = rank(other);
    return calm - otherCalm || compare(at, otherAt) || (one.id < other.id ? -1 : 1);
  });
}

/** Whether a row stands above every clock: it names a danger, nobody has said 非紧急, and it is open. */
export function isUrgent(row: QuestionRow): boolean {
  return isDanger(row) && statusOf(row) === "open";
}

function urgency(row: QuestionRow): readonly [number, number] {
  return [isUrgent(row) ? 0 : 1, dutyOf(row, row.window.closesAt).at?.getTime() ?? Number.POSITIVE_INFINITY];
}

function endedAt(row: QuestionRow): number {
  return (row.answeredAt ?? row.closedAt)?.getTime() ?? 0;
}

function compare(one: number, other: number): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
