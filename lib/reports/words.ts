import en from "@/locales/en.json";
import zhCN from "@/locales/zh-CN.json";

/** What files and mails say, in the words of the screens. Only sentences without arguments can be said this way. */
export type Words = Pick<typeof zhCN, "reports" | "questionKinds">;
export const LANGUAGES = ["zh-CN", "en"] as const;
export type Language = (typeof LANGUAGES)[number];

const WORDS: Record<Language, Words> = { "zh-CN": zhCN, en };

/** The words of a language. */
export function wordsOf(language: Language): Words {
  return WORDS[language];
}
