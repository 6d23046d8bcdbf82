import { MINUTE } from "@/lib/time/rules";

/** What an account's clock may go by: IANA names. */
export const TIME_ZONES = Intl.supportedValuesOf("timeZone");

/** What a new account says by itself until an officer changes it. Residents read Chinese; each text says that a machine sends it. */
export const DEFAULT_GREETING = "您好，请直接打字告诉我们：什么地方、什么事，值班员答复您。〔自动回复〕";
export const DEFAULT_EMERGENCY =
  "如有危险，请立即拨打：报警110，火警119，急救120；燃气泄漏请先离开现场再打电话；心里难受可拨12356心理援助热线。您的来信已列为紧急，正在提醒值班员，但这里不能代替报警电话。〔自动回复〕";

export const MAX_DANGER_WORDS = 200;
export const MAX_DANGER_WORD_LENGTH = 12;
/** WeChat takes no longer text in its answer to a push. */
const MAX_EMERGENCY_BYTES = 2_048;
const EMERGENCY_NUMBER = /(?<!\d)(110|119|120|12345)(?!\d)/;

/** Why words can't be an account's danger list: too many, or one of them too long or there twice. */
export type DangerWordsFault = { kind: "tooMany"; count: number } | { kind: "tooLong" | "twice"; word: string };
/** Why a text can't be what the account says to danger. */
export type EmergencyTextFault = "noNumber" | "notSaidAutomatic" | "tooLong";

/** A text as danger words are looked for in it: half width, small letters, without blanks and invisible signs. */
export function folded(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s\p{Cf}]+/gu, "");
}

/** The danger words of a text that has one in each line, or several set apart by commas; folded, empty lines left out. */
export function dangerWordsOf(text: string): string[] {
  return text
    .split(/[\n,，、;；]/)
    .map(folded)
    .filter((word) => word !== "");
}

/** What is wrong with a danger list whose words are folded, or null. */
export function dangerWordsFault(words: readonly string[]): DangerWordsFault | null {
  const long = words.find((word) => [...word].length > MAX_DANGER_WORD_LENGTH);
  if (long !== undefined) return { kind: "tooLong", word: long };
  const twice = words.find((word, place) => words.indexOf(word) !== place);
  if (twice !== undefined) return { kind: "twice", word: twice };
  return words.length > MAX_DANGER_WORDS ? { kind: "tooMany", count: words.length } : null;
}

/** What is wrong with the text that answers danger, or null: it gives an emergency number and says that a machine sends it. */
export function emergencyTextFault(text: string): EmergencyTextFault | null {
  if (!EMERGENCY_NUMBER.test(text)) return "noNumber";
  if (!text.includes("自动回复")) return "notSaidAutomatic";
  return new TextEncoder().encode(text).length > MAX_EMERGENCY_BYTES ? "tooLong" : null;
}

/** A clock alarm is raised at most so often, and stays on screen as long. */
export const SKEW_ALARM_PAUSE = 10 * MINUTE;
/** A new access token is fetched so long before the old one ends (protocol section 4.2). */
export const TOKEN_MARGIN = 5 * MINUTE;
export const TOKEN_LEASE_SECONDS = 15;
/** WeChat lets stable_token be forced once in 30 s (protocol section 4.1). */
export const TOKEN_FORCE_PAUSE_SECONDS = 31;
