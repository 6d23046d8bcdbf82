import { comparable } from "@/lib/standing-answers/normalize";
import type { StandingAnswerAndDraft } from "@/lib/standing-answers/queries";
import type { FaqFormat } from "./columns";
import { entryOf, type FaqEntry, type ReadLine } from "./entries";
import { refuseLostParents } from "./parents";
import { keywordsOf, textOf } from "./rows";
import { type FaqFileFault, faqLinesIn } from "./tables";

/**
 * What a line has in common with an earlier one, or with an answer that the account has: a number or a name, of which there can be one
 * only (`isGrave`), or a keyword, a text or nearly the question, which may be meant. `words`: what it is.
 */
type FaqDuplicate = {
  what: "number" | "name" | "alike" | "keyword" | "text";
  words: string;
  with: { line: number } | { name: string };
  isGrave: boolean;
};
/** `continues`: the line whose answer has this one as its draft. */
export type PreviewedLine = ReadLine & { duplicates: FaqDuplicate[]; continues: number | null };
/** What would be saved of a file. `ready`: every line of it can be. */
export type FaqPreview = { fault: FaqFileFault | null; lines: PreviewedLine[]; ready: boolean };
/** For each question the place of an earlier one that nearly says the same, or null. */
export type AlikeEarlier = (questions: readonly string[]) => (number | null)[];

type Existing = Pick<StandingAnswerAndDraft, "number" | "name" | "published" | "draft">;
type Traits = { what: Exclude<FaqDuplicate["what"], "alike">; words: string }[];

/** Reads a file beside what an account has. Writes nothing. */
export function previewOf(
  { format, bytes }: { format: FaqFormat; bytes: Uint8Array },
  existing: readonly Existing[],
  zone: string,
  at: Date,
  alikeEarlier: AlikeEarlier = () => [],
): FaqPreview {
  const lines = faqLinesIn(format, bytes);
  if (typeof lines === "string") return { fault: lines, lines: [], ready: false };
  const read = refuseLostParents(
    lines.map((line) => entryOf(line, zone, at)),
    existing,
  );
  const previewed = withAlike(withDuplicates(read, existing), existing, alikeEarlier);
  return {
    fault: null,
    lines: previewed,
    ready: previewed.every(({ entry, duplicates }) => entry !== null && !duplicates.some(({ isGrave }) => isGrave)),
  };
}

function withDuplicates(read: readonly ReadLine[], existing: readonly Existing[]): PreviewedLine[] {
  const known = new Map<string, FaqDuplicate["with"]>();
  for (const answer of existing) for (const trait of traitsOfAnswer(answer)) known.set(keyOf(trait), { name: answer.name });
  const published = new Map<string, number>();
  return read.map((line) => {
    const { entry } = line;
    if (!entry) return { ...line, duplicates: [], continues: null };
    const continues = entry.isDraft ? (published.get(comparable(entry.name)) ?? null) : null;
    published.delete(comparable(entry.name));
    if (continues !== null) return { ...line, duplicates: [], continues };
    if (!entry.isDraft) published.set(comparable(entry.name), line.line);
    const traits = traitsOf(entry);
    const duplicates = traits.flatMap((trait) => {
      const other = known.get(keyOf(trait));
      return other ? [{ ...trait, with: other, isGrave: trait.what === "number" || trait.what === "name" }] : [];
    });
    for (const trait of traits) if (!known.has(keyOf(trait))) known.set(keyOf(trait), { line: line.line });
    return { ...line, duplicates, continues };
  });
}

/** What asks nearly the same is pointed out where the same name does not say it already. */
function withAlike(lines: readonly PreviewedLine[], existing: readonly Existing[], alikeEarlier: AlikeEarlier): PreviewedLine[] {
  const asked = lines.filter(({ entry, continues }) => entry !== null && continues === null);
  const others = [...existing.map(({ name }) => ({ name })), ...asked.map(({ line }) => ({ line }))];
  const names = [...existing, ...asked.flatMap(({ entry }) => entry ?? [])].map(({ name }) => name);
  const alike = alikeEarlier(names).slice(existing.length);
  const found = new Map(asked.map(({ line }, place) => [line, alike[place] ?? null]));
  return lines.map((line) => {
    const place = found.get(line.line) ?? null;
    const [words, other] = place === null ? [] : [names[place], others[place]];
    if (words === undefined || !other || line.duplicates.some(({ what }) => what === "name")) return line;
    return { ...line, duplicates: [...line.duplicates, { what: "alike", words, with: other, isGrave: false }] };
  });
}

function traitsOf({ number, name, body, rules }: FaqEntry): Traits {
  return [...named(number, name), ...keywordTraits(rules), ...textTraits(body)];
}

function traitsOfAnswer({ number, name, published, draft }: Existing): Traits {
  const versions = [published, draft].filter((version) => version !== null);
  return [...named(number, name), ...versions.flatMap(({ rules, body }) => [...keywordTraits(rules), ...textTraits(body)])];
}

function named(number: number | null, name: string): Traits {
  return [...(number === null ? [] : [{ what: "number" as const, words: String(number) }]), { what: "name", words: name }];
}

const keywordTraits = (rules: FaqEntry["rules"]): Traits => keywordsOf(rules).map((words) => ({ what: "keyword", words }));
const textTraits = (body: FaqEntry["body"]): Traits => (body.kind === "text" ? [{ what: "text", words: textOf(body) }] : []);
const keyOf = ({ what, words }: Traits[number]) => `${what} ${comparable(words)}`;
