import { dutyOf, type QuestionKind, type ResponseClock, stateOf } from "@/lib/sla/rules";
import { after, HOUR } from "@/lib/time/rules";
import { endOfDay, startOfDay } from "@/lib/time/zones";
import { folds } from "./folding";
import { isDanger, type QueueFilter, type QueueQuery, type QueueView, statusOf, type WindowFilter } from "./rules";

/** Below these WeChat's window is worth a word. */
export const FEW_HOURS_OF_WINDOW = 6 * HOUR;
export const FEW_MESSAGES = 2;

/** What the views and filters ask of a question; a QuestionRow has it all. */
export type Viewed = ResponseClock & {
  accountId: string;
  /** By which its account goes: whose today is meant. */
  timeZone: string;
  kind: QuestionKind;
  dangerWord: string | null;
  dangerDismissedAt: Date | null;
  snoozedUntil: Date | null;
  assignedTo: { id: string } | null;
  window: { closesAt: Date | null; remaining: number };
  unfollowedAt: Date | null;
  /** It stands under another question of its cluster. */
  folded: boolean;
};

/** Whether the queue shows a row: it has its place in the view, and the filter lets it pass. The database says the same in conditions.ts. */
export function isListed(query: QueueQuery, row: Viewed, officerId: string, now: Date): boolean {
  if (row.folded && folds(query)) return false;
  return belongs(query.view, row, officerId, now) && passes(query.filter, row, officerId, now);
}

/** Whether a row has its place in a view. */
export function belongs(view: QueueView, row: Viewed, officerId: string, now: Date): boolean {
  if (view === "all") return true;
  if (statusOf(row) !== "open") return view === "done" && (row.answeredAt ?? row.closedAt ?? now) >= startOfDay(now, row.timeZone);
  switch (view) {
    case "waiting":
      return isLoud(row, now) || (isOwedNow(row, now) && !isSnoozed(row, now));
    case "mine":
      return row.assignedTo?.id === officerId;
    case "promises":
      return row.promisedAt !== null;
    case "dueSoon":
    case "overdue":
      return owedState(row, now) === (view === "overdue" ? "late" : "dueSoon");
    case "snoozed":
      return isSnoozed(row, now);
    case "asked":
      return dutyOf(row, null).at === null && !isDanger(row);
    case "done":
      return false;
  }
}

/** Whether a filter lets a row pass. */
function passes(filter: QueueFilter, row: Viewed, officerId: string, now: Date): boolean {
  const { accountId, kind, assignee, window, state } = filter;
  if (accountId !== undefined && row.accountId !== accountId) return false;
  if (kind !== undefined && row.kind !== kind) return false;
  if (assignee !== undefined && (row.assignedTo?.id ?? "none") !== (assignee === "me" ? officerId : assignee)) return false;
  if (window !== undefined && !windowFiltersOf(row, now).includes(window)) return false;
  return state === undefined || statusOf(row) === state;
}

/** Whether a row is out of the waiting list for now. */
export function isSnoozed(row: Pick<Viewed, "snoozedUntil">, now: Date): boolean {
  return row.snoozedUntil !== null && row.snoozedUntil > now;
}

/** Late, due soon or dangerous: shown even while it is snoozed. */
function isLoud(row: Viewed, now: Date): boolean {
  return isDanger(row) || ["late", "dueSoon"].includes(owedState(row, now));
}

/** The next word is ours, today. */
function isOwedNow(row: Viewed, now: Date): boolean {
  if (row.firstRepliedAt === null || row.waitingSince !== null) return true;
  const { at } = dutyOf(row, null);
  return at !== null && at < endOfDay(now, row.timeZone);
}

/** How what we owe stands; the end of WeChat's window is no promise of ours. */
function owedState(row: Viewed, now: Date) {
  return stateOf(dutyOf(row, null), now);
}

/** Only of open questions: whom we may write to matters while something is to be said. */
function windowFiltersOf(row: Viewed, now: Date): WindowFilter[] {
  if (statusOf(row) !== "open") return [];
  const { closesAt, remaining } = row.window;
  if (row.unfollowedAt || !closesAt || closesAt <= now || remaining === 0) return ["closed"];
  return closesAt < after(now, FEW_HOURS_OF_WINDOW) || remaining <= FEW_MESSAGES ? ["open", "closing"] : ["open"];
}
