import { z } from "zod";

const kept = z.object({
  kind: z.enum(["answer", "interim"]),
  text: z.string(),
  unit: z.string(),
  promisedAt: z.string(),
  groupAnswerId: z.uuid(),
  /** Those whom the officer had before him when the text was begun, each with its thread as it stood then. */
  members: z.array(z.object({ questionId: z.uuid(), threadVersion: z.number() })).nullable(),
  /** Taken out of this answer. */
  out: z.array(z.uuid()),
  /** The answer that this one puts right, for those who got it. */
  corrects: z.object({ id: z.uuid(), reached: z.number() }).nullable(),
});

/** What an officer is writing to a group. */
export type GroupWords = z.output<typeof kept>;

/** Where the words to one group wait in this tab: an officer's own, on a computer that several share. */
export function wordsShelf(officerId: string, clusterId: string) {
  const key = `jida-group-${officerId}-${clusterId}`;
  return {
    /** What waits, or null: nothing, unreadable, or storage is switched off. */
    load(): GroupWords | null {
      try {
        return kept.parse(JSON.parse(sessionStorage.getItem(key) ?? ""));
      } catch {
        return null;
      }
    },
    /** Keeps the words until they are sent. Where storage is full or switched off, they live as long as the page. */
    keep(words: GroupWords): void {
      try {
        if (words.text.trim() === "" && words.out.length === 0) sessionStorage.removeItem(key);
        else sessionStorage.setItem(key, JSON.stringify(words));
      } catch {
        // Nothing to tell the officer: the text is still in front of them.
      }
    },
  };
}
