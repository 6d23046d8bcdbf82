export const QUESTION_STATUSES = ["open", "answered", "closed"] as const;
export type QuestionStatus = (typeof QUESTION_STATUSES)[number];

export const CLOSE_REASONS = ["thanksOnly", "repeated", "withdrawnByResident", "answeredElsewhere", "notAQuestion", "abuse"] as const;
export type CloseReason = (typeof CLOSE_REASONS)[number];

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

/** The first danger word in a text, blanks inside it ignored, or null. */
export function dangerWordIn(text: string, words: readonly string[]): string | null {
  const compact = text.replace(/\s+/g, "");
  return words.find((word) => word !== "" && compact.includes(word)) ?? null;
}

/** Whether a question stands above every clock: it names a danger and no officer has said 非紧急. */
export function isDanger(question: { dangerWord: string | null; dangerDismissedAt: Date | null }): boolean {
  return question.dangerWord !== null && question.dangerDismissedAt === null;
}
