import { folded } from "@/lib/accounts/rules";
import type { QuestionKind } from "@/lib/sla/rules";
import { after, DAY, earlier, MINUTE } from "@/lib/time/rules";
import { dayOf } from "@/lib/time/zones";

export const QUESTION_STATUSES = ["open", "answered", "closed"] as const;
export type QuestionStatus = (typeof QUESTION_STATUSES)[number];

export const CLOSE_REASONS = ["thanksOnly", "repeated", "withdrawnByResident", "answeredElsewhere", "notAQuestion", "abuse"] as const;
export type CloseReason = (typeof CLOSE_REASONS)[number];

/** 待答、我的、承诺、将超时、超时、稍后、今日已答、等居民、全部. */
export const QUEUE_VIEWS = ["waiting", "mine", "promises", "dueSoon", "overdue", "snoozed", "done", "asked", "all"] as const;
export type QueueView = (typeof QUEUE_VIEWS)[number];

export const QUEUE_SORTS = ["urgency", "newest", "oldest", "account", "kind", "assignee", "window"] as const;
export type QueueSort = (typeof QUEUE_SORTS)[number];

/** Of open questions. `closing`: WeChat still lets us write, but not for long or not often. `closed`: nothing can be sent. */
export const WINDOW_FILTERS = ["closing", "closed", "open"] as const;
export type WindowFilter = (typeof WINDOW_FILTERS)[number];

/** What is left of a view. `assignee`: an officer's id, `me`, or `none` for what nobody answers yet. */
export type QueueFilter = {
  accountId?: string | undefined;
  kind?: QuestionKind | undefined;
  assignee?: string | undefined;
  window?: WindowFilter | undefined;
  state?: QuestionStatus | undefined;
};

/** What the queue shows, and in which order: all that its address says. */
export type QueueQuery = { view: QueueView; filter: QueueFilter; sort: QueueSort };

/**
 * How much each view holds; `late` of the open ones, and the promises of today. `changesAt`: when the clock alone changes one of them
 * next; `readAt`: when the database counted.
 */
export type QueueCounts = Record<QueueView, number> & { late: number; promisedToday: number; changesAt: Date; readAt: Date };

export const MAX_BULK = 200;
export const MAX_TOPIC_LENGTH = 20;
export const MAX_SNOOZE_DAYS = 30;
/** A snoozed question is back so long before something is owed. */
const WAKES_BEFORE = 3 * MINUTE;
export const UNDO_CLOSE_SECONDS = 30;
/** Stands in place of a danger word when an officer, not a word, lifted the question. */
export const RAISED_BY_OFFICER = "officer";

/** Words that lift a question above every clock, unless an account keeps its own list. */
export const DEFAULT_DANGER_WORDS = [
  "煤气",
  "燃气泄漏",
  "燃气味",
  "燃气气味",
  "天然气泄漏",
  "漏气",
  "着火",
  "起火",
  "失火",
  "火灾",
  "爆炸",
  "坍塌",
  "倒塌",
  "塌陷",
  "塌方",
  "地震",
  "触电",
  "漏电",
  "电线掉",
  "溺水",
  "落水",
  "中毒",
  "被困",
  "晕倒",
  "昏迷",
  "救命",
  "自杀",
  "轻生",
  "不想活",
  "想死",
  "跳楼",
  "割腕",
  "家暴",
  "持刀",
  "行凶",
  "失踪",
  "走失",
];

/** The state of a question, from its facts. */
export function statusOf(question: { answeredAt: Date | null; closedAt: Date | null }): QuestionStatus {
  if (question.closedAt) return "closed";
  return question.answeredAt ? "answered" : "open";
}

const foldedLists = new WeakMap<readonly string[], string[]>();

/** The first danger word in a text, blanks and the width and case of letters ignored, or null. */
export function dangerWordIn(text: string, words: readonly string[]): string | null {
  const searched = folded(text);
  const place = foldedWords(words).findIndex((word) => word !== "" && searched.includes(word));
  return words[place] ?? null;
}

/** Whether a question stands above every clock: it names a danger and no officer has said 非紧急. */
export function isDanger(question: { dangerWord: string | null; dangerDismissedAt: Date | null }): boolean {
  return question.dangerWord !== null && question.dangerDismissedAt === null;
}

/**
 * When a snoozed question comes back: as asked, but shortly before something is owed and within thirty days. A window that has
 * closed already is nothing to wait for. Null when that leaves less than a minute.
 * @param duty what is owed, and the sooner of that and the end of WeChat's window
 */
export function snoozeEnd(duty: { owedAt: Date | null; actBy: Date | null }, asked: Date, now: Date): Date | null {
  const before = [duty.owedAt, duty.actBy && duty.actBy > now ? duty.actBy : null].flatMap((at) => at ?? []);
  const end = before.map((at) => after(at, -WAKES_BEFORE)).reduce(earlier, earlier(asked, after(now, MAX_SNOOZE_DAYS * DAY)));
  return end.getTime() - now.getTime() < MINUTE ? null : end;
}

/** 编号: what an officer tells a resident on the phone. The day it was asked, and four characters of its id: 20261122-3F7A. `openedZone`: by which its account went then, so that a clock that is set anew changes no number. */
export function numberOf(question: { id: string; openedAt: Date; openedZone: string }): string {
  return `${dayOf(question.openedAt, question.openedZone).replaceAll("-", "")}-${question.id.slice(-4).toUpperCase()}`;
}

/** An account's list is read once in a while and looked for in every message. */
function foldedWords(words: readonly string[]): string[] {
  const known = foldedLists.get(words) ?? words.map(folded);
  foldedLists.set(words, known);
  return known;
}
