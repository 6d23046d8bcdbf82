import en from "@/locales/en.json";
import zhCN from "@/locales/zh-CN.json";
import { OFFICER_FACTS } from "./rules";

const WORDS = { "zh-CN": { ...zhCN.audit, roles: zhCN.roles }, en: { ...en.audit, roles: en.roles } };
export type AuditWords = (typeof WORDS)["en"];

/** What the trail's screen and files say, in a language. */
export function wordsOf(language: keyof typeof WORDS): AuditWords {
  return WORDS[language];
}

/** What an event says in words; one that nobody has put into words yet says its kind. */
export function sentenceOf(type: string, words: AuditWords): string {
  const [group = "", happened = ""] = type.split(".");
  const sentences: Record<string, Record<string, string>> = words.events;
  return sentences[group]?.[happened] ?? type;
}

const ID = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{6}([\da-f]{6})$/i;

/** A value as a screen has room for it: of an id what tells it from others. */
export function shortened(value: string): string {
  return value.replace(ID, "…$1");
}

/** The facts of an event by their names' order, each by its name in words and its value; officers by their names. What is nothing is left out. */
export function factsOf(facts: Record<string, unknown> | null, names: ReadonlyMap<string, string>, words: AuditWords): [string, string][] {
  const labels: Record<string, string> = words.facts;
  return Object.entries(facts ?? {})
    .filter(([, value]) => value !== null)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, value]) => {
      const text = typeof value === "string" ? value : JSON.stringify(value);
      return [labels[name] ?? name, (OFFICER_FACTS.includes(name) && names.get(text)) || (codesOf(name, value, words)[text] ?? text)];
    });
}

function codesOf(name: string, value: unknown, words: AuditWords): Record<string, string> {
  if (typeof value === "boolean") return words.values;
  if (name === "role" || name === "roleBefore") return words.roles;
  return name === "proof" ? words.proofs : {};
}
