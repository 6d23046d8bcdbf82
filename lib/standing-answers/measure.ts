import { readFileSync } from "node:fs";
import path from "node:path";
import { compile, match } from "./match";
import type { Category } from "./rules";

/** What a resident typed and what is right: a category by name, the menu, a person, or "question": nothing automatic. */
type ChatMessage = { text: string; outcome: string };
/** Counts of messages; `wrong`: those that got something else by themselves than what is right; `requests`: those that should get something, `caught`: and got it. */
export type Measured = { messages: number; wrong: string[]; requests: number; caught: number };

/** Five hundred messages as residents type them, of at most twenty letters, written by hand for the demo's categories. */
export function chatMessages(): ChatMessage[] {
  return rowsOf(path.join(import.meta.dirname, "chat-messages.jsonl"));
}

/** What messages get by themselves from these categories, beside what is right. */
export function measured(messages: readonly ChatMessage[], categories: readonly Category[]): Measured {
  const matcher = compile(categories);
  const answerTo = (text: string) => {
    const outcome = match(matcher, text);
    if (outcome?.kind !== "category") return outcome?.kind ?? "question";
    return categories.find(({ id }) => id === outcome.categoryId)?.name ?? "";
  };
  const requests = messages.filter(({ outcome }) => outcome !== "question");
  return {
    messages: messages.length,
    wrong: messages.filter(({ text, outcome }) => !["question", outcome].includes(answerTo(text))).map(({ text }) => text),
    requests: requests.length,
    caught: requests.filter(({ text, outcome }) => answerTo(text) === outcome).length,
  };
}

/** The rows of a file of JSON lines. */
export function rowsOf<Row>(file: string): Row[] {
  return readFileSync(file, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
}
