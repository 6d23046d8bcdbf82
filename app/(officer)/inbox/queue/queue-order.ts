import type { QuestionRow, QueueView } from "@/lib/questions/queries";
import { isDanger, statusOf } from "@/lib/questions/rules";
import { dutyOf, stateOf } from "@/lib/sla/rules";
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
  return [...rows].sort((one, other) => order(view, one, other));
}

/** Whether a row's place in the view is before another one's. */
export function isBefore(view: QueueView, row: QuestionRow, other: QuestionRow): boolean {
  return order(view, row, other) < 0;
}

/** Whether a row stands above every clock: it names a danger, nobody has said 非紧急, and it is open. */
export function isUrgent(row: QuestionRow): boolean {
  return isDanger(row) && statusOf(row) === "open";
}

/** What to turn to besides a thread: the first row in this order that is urgent, late or due soon, with no reply on its way and no colleague at it. */
export function nextDue(
  rows: readonly QuestionRow[],
  { besides, officerId }: { besides: string; officerId: string },
  now: Date,
): QuestionRow | null {
  const presses = (row: QuestionRow) => ["late", "dueSoon"].includes(stateOf(dutyOf(row, row.window.closesAt), now));
  const free = (row: QuestionRow) =>
    statusOf(row) === "open" && row.replyStatus === null && (row.assignedTo === null || row.assignedTo.id === officerId);
  return rows.find((row) => row.threadId !== besides && free(row) && (isUrgent(row) || presses(row))) ?? null;
}

function order(view: QueueView, one: QuestionRow, other: QuestionRow): number {
  const [calm, at] = rank(view, one);
  const [otherCalm, otherAt] = rank(view, other);
  return calm - otherCalm || compare(at, otherAt) || (one.id < other.id ? -1 : 1);
}

function rank(view: QueueView, row: QuestionRow): readonly [number, number] {
  if (view === "done") return [0, -endedAt(row)];
  return [isUrgent(row) ? 0 : 1, dutyOf(row, row.window.closesAt).at?.getTime() ?? Number.POSITIVE_INFINITY];
}

function endedAt(row: QuestionRow): number {
  return (row.answeredAt ?? row.closedAt)?.getTime() ?? 0;
}

function compare(one: number, other: number): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
