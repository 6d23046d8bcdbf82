/**
 * How the words of a rule are looked for in a message. exact: one of them is the whole message; contains: all of them stand in it;
 * anyOf: at least one does. With the last two nothing else may stand there but what asks for information (`phrases.ts`).
 */
export const RULE_KINDS = ["exact", "contains", "anyOf"] as const;
export type RuleKind = (typeof RULE_KINDS)[number];

/** 关键词规则. `excluding`: words with which it does not hold. `priority`: 1 to 99, the highest first. */
export type KeywordRule = {
  id: string;
  kind: RuleKind;
  words: readonly string[];
  excluding: readonly string[];
  priority: number;
};

/** 常备答复的栏目, as far as it decides. `number`: 1 to 99, or null. `leadsTo`: the categories that its sub-menu offers. */
export type Category = {
  id: string;
  number: number | null;
  name: string;
  rules: readonly KeywordRule[];
  leadsTo: readonly string[];
};

/** What the account does by itself, whatever its categories are. */
export type ReservedMeaning = "menu" | "person";

/**
 * Words that no category may take. `whole`: only as the whole message, because 需要帮助 is a cry; `asked`: with words that ask around
 * them as well (能转人工吗). "0" and a lone question mark belong to them too.
 */
export const RESERVED_WORDS: Record<ReservedMeaning, { whole: readonly string[]; asked: readonly string[] }> = {
  menu: { whole: ["帮助", "幫助", "返回"], asked: ["菜单", "菜單", "主菜单", "menu", "目录", "功能"] },
  person: {
    whole: ["不要机器人"],
    asked: ["人工", "转人工", "接人工", "轉人工", "人工客服", "人工服务", "客服", "值班员", "真人"],
  },
};

export const MAX_NUMBER = 99;
export const MAX_PRIORITY = 99;
export const USUAL_PRIORITY = 50;
export const MAX_NAME_LENGTH = 20;
export const MAX_WORD_LENGTH = 20;
export const MAX_WORDS = 40;
/** Rules of all categories of one account. */
export const MAX_RULES = 1_000;

/** Whether an account may keep these categories, as far as their number of rules goes. */
export function hasRoomForRules(categories: readonly Pick<Category, "rules">[]): boolean {
  return categories.reduce((sum, { rules }) => sum + rules.length, 0) <= MAX_RULES;
}
