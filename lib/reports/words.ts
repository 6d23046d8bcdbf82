import en from "@/locales/en.json";
import zhCN from "@/locales/zh-CN.json";
import type { Language } from "./languages";

/** What files and mails say, in the words of the screens. Only sentences without arguments can be said this way. */
export type Words = Pick<typeof zhCN, "reports" | "questionKinds">;

const WORDS: Record<Language, Words> = { "zh-CN": zhCN, en };

/** The words of a language. */
export function wordsOf(language: Language): Words {
  return WORDS[language];
}
