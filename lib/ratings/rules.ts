import { MINUTE } from "@/lib/time/rules";

/** 满意、一般、不满意、没有解决, as their entries stand in the menu. */
export const SCORES = ["satisfied", "fair", "unsatisfied", "notSolved"] as const;
export type Score = (typeof SCORES)[number];
/** One tap on an entry of WeChat's menu message, or on a button of the phone page behind a link. */
export const MEANS = ["menu", "page"] as const;
export type Means = (typeof MEANS)[number];

/** Residents read Chinese, whatever language the desk is in. */
export const SCORE_WORDS: Record<Score, string> = { satisfied: "满意", fair: "一般", unsatisfied: "不满意", notSolved: "没有解决" };

/** What an account begins with; each text says that a machine sends it. None of them promises what a later tap could make untrue. */
export const DEFAULT_SATISFACTION = {
  means: "menu" as Means,
  delayMinutes: 30,
  askText: "您刚才问的事，我们答复得怎么样？点一下就行。〔自动回复〕",
  thanksText: "谢谢您的评价。还想说什么，请直接打字说一句，值班员看得到。〔自动回复〕",
  notSolvedText: "谢谢您告诉我们。还差什么？请直接打字说一句，值班员接着办。〔自动回复〕",
};
export const MAX_DELAY_MINUTES = 24 * 60;
export const MAX_COMMENT_LENGTH = 500;
/** A link or a menu can be answered so long. */
export const OPEN_DAYS = 7;
/** What a resident types so soon after a tap is about it. */
export const COMMENT_MINUTES = 10;
/** Of WeChat's five messages a machine leaves people so many. */
const KEPT_FOR_PEOPLE = 2;
export const WINDOW_NEEDED = KEPT_FOR_PEOPLE + 1;
/** A resident is asked once in so many hours. */
export const PAUSE_HOURS = 24;
/** Who abused the desk so lately is not asked by a machine. */
export const ABUSE_DAYS = 30;
/** An answer is not asked about any more when it was due to be so long ago. */
const GIVE_UP_HOURS = 12;

/** Of the closings without a reply one in so many is laid before the supervisor. */
export const SAMPLE_DIVISOR = 20;
/** For so many weeks after the one in which it was closed. */
export const CLOSINGS_SHOWN_WEEKS = 4;

const MAX_TEXT_BYTES = 1_024;
/** Ids of our menus' entries: digits alone, as the platform's own examples have them, and few enough for 64 bits. */
const MENU_ID = /^700([1-4])([1-9]\d{0,13})$/;

/** The id of a menu's entry, by which WeChat tells us what was tapped. */
export function menuIdOf(seq: bigint, score: Score): string {
  return `700${SCORES.indexOf(score) + 1}${seq}`;
}

/** What a tap says, or null when it is on no menu of ours. */
export function tapOf(menuId: unknown): { score: Score; seq: bigint } | null {
  const [, place, seq] = (typeof menuId === "string" && MENU_ID.exec(menuId)) || [];
  const score = SCORES[Number(place) - 1];
  return score && seq ? { score, seq: BigInt(seq) } : null;
}

export type TextFault = "empty" | "notSaidAutomatic" | "tooLong";

/** What is wrong with a text that a machine shall say, or null. */
export function textFault(text: string): TextFault | null {
  if (text.replace("〔自动回复〕", "").trim() === "") return "empty";
  if (!text.includes("自动回复")) return "notSaidAutomatic";
  return new TextEncoder().encode(text).length > MAX_TEXT_BYTES ? "tooLong" : null;
}

/** Why a resident is not asked after all. */
export type DropReason =
  | "switchedOff"
  | "notAnswered"
  | "danger"
  | "abuse"
  | "wroteSince"
  | "waits"
  | "askedLately"
  | "windowClosed"
  | "windowKept"
  | "tooLate";

/** What stands against asking now; the instants of other records, and how much of WeChat's message window is left. */
export type AskFacts = {
  onSince: Date | null;
  answeredAt: Date | null;
  isSelfServed: boolean;
  isDanger: boolean;
  hasAbused: boolean;
  hasWrittenSince: boolean;
  isWaiting: boolean;
  wasAskedLately: boolean;
  followsUs: boolean;
  windowClosesAt: Date | null;
  windowRemaining: number;
  /** When it was due to be asked at first. */
  dueAt: Date;
};

/** The first reason against asking, or null. What only puts it off, a reply underway or the end of duty, is no reason. */
export function whyNotAsk(facts: AskFacts, at: Date): DropReason | null {
  if (facts.onSince === null) return "switchedOff";
  if (facts.answeredAt === null || facts.isSelfServed) return "notAnswered";
  if (facts.isDanger) return "danger";
  if (facts.hasAbused) return "abuse";
  if (facts.hasWrittenSince) return "wroteSince";
  if (facts.isWaiting) return "waits";
  if (facts.wasAskedLately) return "askedLately";
  if (!facts.followsUs || facts.windowClosesAt === null || facts.windowClosesAt <= at) return "windowClosed";
  if (facts.windowRemaining < WINDOW_NEEDED) return "windowKept";
  return at.getTime() - facts.dueAt.getTime() > GIVE_UP_HOURS * 60 * MINUTE ? "tooLate" : null;
}
