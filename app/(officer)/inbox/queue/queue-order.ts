import type { InboxState } from "@/app/(officer)/inbox/feed/store";
import type { QuestionRow } from "@/lib/questions/queries";
import { statusOf } from "@/lib/questions/rules";
import { isBefore, isUrgent } from "@/lib/questions/sorting";
import { isListed } from "@/lib/questions/views";
import { dutyOf, stateOf } from "@/lib/sla/rules";

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

/** Whether the shown rows would stand differently if they were put in order at this moment. */
export function isOutOfOrder({ query, rows, officerId }: Pick<InboxState, "query" | "rows" | "officerId">, now: Date): boolean {
  return rows.some((row, index) => {
    const before = rows[index - 1];
    return !isListed(query, row, officerId, now) || (before !== undefined && isBefore(query, row, before));
  });
}
