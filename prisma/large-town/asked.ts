import type { CloseReason } from "@/lib/questions/rules";
import type { QuestionKind } from "@/lib/sla/rules";
import { FIRST_RESPONSE_MINUTES } from "@/lib/sla/rules";
import { MINUTE } from "@/lib/time/rules";
import { type Cell, instant } from "./sheet";

/** A question as the desk would keep it; instants in milliseconds. */
export type Asked = {
  id: string;
  accountId: string;
  threadId: string;
  kind: QuestionKind;
  openedAt: number;
  firstRepliedAt: number | null;
  waitingSince: number | null;
  promise: { at: number; unit: string } | null;
  promiseCount: number;
  dangerWord: string | null;
  followsId: string | null;
  claimed: By | null;
  dismissed: By | null;
  snoozed: { until: number; officerId: string } | null;
  answered: By | null;
  closed: (By & { reason: CloseReason }) | null;
};
type By = { at: number; officerId: string };

export const QUESTION_COLUMNS = [
  ...["id", "accountId", "threadId", "collecting", "openedAt", "targetMinutes", "dueAt", "firstRepliedAt", "waitingSince"],
  ...["promisedAt", "promisedUnit", "promiseCount", "answeredAt", "answeredById", "closedAt", "closedById", "closeReason", "dangerWord"],
  ...["dangerDismissedAt", "dangerDismissedById", "assignedToId", "assignedAt", "snoozedUntil", "snoozedById", "kind", "followsId"],
];

/** The row of a question, as it stands now. */
export function questionCells(asked: Asked): Cell[] {
  const { id, accountId, threadId, openedAt, promise, answered, closed, dismissed, claimed, snoozed } = asked;
  const dueAt = openedAt + FIRST_RESPONSE_MINUTES * MINUTE;
  return [
    ...[id, accountId, threadId, !answered && !closed, instant(openedAt), FIRST_RESPONSE_MINUTES, instant(dueAt)],
    ...[instant(asked.firstRepliedAt), instant(asked.waitingSince), instant(promise?.at), promise?.unit, asked.promiseCount],
    ...[instant(answered?.at), answered?.officerId, instant(closed?.at), closed?.officerId, closed?.reason, asked.dangerWord],
    ...[instant(dismissed?.at), dismissed?.officerId, claimed?.officerId, instant(claimed?.at)],
    ...[instant(snoozed?.until), snoozed?.officerId, asked.kind, asked.followsId],
  ];
}
