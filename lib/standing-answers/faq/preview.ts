import { comparable } from "@/lib/standing-answers/normalize";
import type { StandingAnswerInFull } from "@/lib/standing-answers/queries";
import type { FaqFormat } from "./columns";
import { entryOf, type FaqEntry, type ReadLine } from "./entries";
import { type FaqFileFault, faqLinesIn } from "./tables";

/**
 * What a line has in common with an earlier one, or with an answer that the account has: a number or a name, of which there can be one
 * only (`isGrave`), or a keyword or a text, which may be meant. `words`: what it is.
 */
type FaqDuplicate = {
  what: "number" | "name" | "keyword" | "text";
  words: string;
  with: { line: number } | { name: string };
  isGrave: boolean;
};
export type PreviewedLine = ReadLine & { duplicates: FaqDuplicate[] };
/** What would be saved of a file. `ready`: every line of it can be. */
export type FaqPreview = { fault: FaqFileFault | null; lines: PreviewedLine[]; ready: boolean };

type Existing = Pick<StandingAnswerInFull, "number" | "name" | "published" | "draft">;
type Traits = { what: FaqDuplicate["what"]; words: string }[];

/** Reads a file beside what an account has. Writes nothing. */
export function previewOf(
  { format, bytes }: { format: FaqFormat; bytes: Uint8Array },
  existing: readonly Existing[],
  zone: string,
  at: Date,
): FaqPreview {
  const lines = faqLinesIn(format, bytes);
  if (typeof lines === "string") return { fault: lines, lines: [], ready: false };
  const known = new Map<string, FaqDuplicate["with"]>();
  for (const answer of existing) for (const trait of traitsOfAnswer(answer)) known.set(keyOf(trait), { name: answer.name });
  const previewed = lines.map((line) => {
    const read = entryOf(line, zone, at);
    const traits = read.entry ? traitsOf(read.entry) : [];
    const duplicates = traits.flatMap((trait) => {
      const other = known.get(keyOf(trait));
      return other ? [{ ...trait, with: other, isGrave: trait.what === "number" || trait.what === "name" }] : [];
    });
    for (const trait of traits) if (!known.has(keyOf(trait))) known.set(keyOf(trait), { line: read.line });
    return { ...read, duplicates };
  });
  return {
    fault: null,
    lines: previewed,
    ready: previewed.every(({ entry, duplicates }) => entry !== null && !duplicates.some(({ isGrave }) => isGrave)),
  };
}

function traitsOf({ number, name, text, keywords }: Omit<FaqEntry, "source" | "validUntil">): Traits {
  return [
    ...(number === null ? [] : [{ what: "number" as const, words: String(number) }]),
    { what: "name", words: name },
    ...keywords.map((words) => ({ what: "keyword" as const, words })),
    ...(text === "" ? [] : [{ what: "text" as const, words: text }]),
  ];
}

function traitsOfAnswer({ number, name, published, draft }: Existing): Traits {
  const versions = [published, draft].filter((version) => version !== null);
  const keywords = versions.flatMap(({ rules }) => rules.flatMap(({ words }) => words));
  const texts = versions.flatMap(({ body }) => (body.kind === "text" ? [body.text] : []));
  return [...traitsOf({ number, name, text: "", keywords }), ...texts.map((words) => ({ what: "text" as const, words }))];
}

const keyOf = ({ what, words }: Traits[number]) => `${what} ${comparable(words)}`;
