import { shownAt } from "@/lib/time/zones";
import type { AuditRow } from "./queries";
import { type AuditWords, factsOf, sentenceOf } from "./words";

type Cell = string | { count: number } | { moment: Date };
export type AuditReader = { words: AuditWords; names: ReadonlyMap<string, string>; timeZone: string };

const HEADS = ["at", "who", "what", "changed", "record", "kind", "id", "day", "seq", "hash"] as const;

/** The heads over cellsOf(). */
export function headsOf({ words }: AuditReader): string[] {
  return HEADS.map((head) => words.heads[head]);
}

/** A row of the trail as a file has it, with its place and seal. */
export function cellsOf(row: AuditRow, { words, names }: AuditReader): Cell[] {
  const changed = factsOf(row.facts, names, words).map(([name, value]) => `${name}: ${value}`);
  const record = row.questionId ?? row.threadId ?? row.replyId ?? row.messageId ?? "";
  return [
    { moment: row.at },
    row.officerId === null ? words.system : (names.get(row.officerId) ?? row.officerId),
    sentenceOf(row.type, words),
    changed.join("; "),
    record,
    row.type,
    row.id,
    row.day,
    { count: row.seq },
    row.hash,
  ];
}

/** The same as a line of JSON: everything that the event holds, and words beside it. */
export function lineOf(row: AuditRow, { words, names, timeZone }: AuditReader): string {
  const { officerId } = row;
  const shown = shownAt(row.at, timeZone).toISOString().slice(0, 19).replace("T", " ");
  return `${JSON.stringify({ ...row, shown, who: officerId && (names.get(officerId) ?? null), what: sentenceOf(row.type, words) })}\n`;
}
