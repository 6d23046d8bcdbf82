import { z } from "zod";
import { type StandingBody, standingBodyInput } from "@/lib/standing-answers/bodies";
import { saveDraftInput } from "@/lib/standing-answers/inputs";
import { comparable, numberIn } from "@/lib/standing-answers/normalize";
import { type KeywordRule, USUAL_PRIORITY } from "@/lib/standing-answers/rules";
import { categoryRulesInput } from "@/lib/standing-answers/schema";
import { FAQ_KINDS, FAQ_STATES, type FaqColumn } from "./columns";
import { instantIn } from "./instants";
import type { FaqLine } from "./tables";

/** Of a name that is not taken. */
const SHOWN_LETTERS = 40;
const INSTANTS = ["asOf", "validFrom", "validUntil", "reviewAt"] as const;

/** What a line of a file says. `parent`: the name of the answer that it stands below, "" for none; `isDraft`: it was one there. */
export type FaqEntry = {
  number: number | null;
  name: string;
  parent: string;
  body: StandingBody;
  rules: Omit<KeywordRule, "id">[];
  source: string;
  isDraft: boolean;
} & Record<(typeof INSTANTS)[number], Date | null>;
/** What is wrong with a line, or one of its columns; if `isGrave` it is not taken. `column` null: the line cannot be read. */
type FaqFault = { column: FaqColumn | null; fault: string; isGrave: boolean };
/** `name`: by which one finds the line again, whatever is wrong with it. */
export type ReadLine = { line: number; name: string; entry: FaqEntry | null; faults: FaqFault[] };

const { number, name, rules } = categoryRulesInput.shape;
const { source, ...drafted } = saveDraftInput.shape;
const entryInput = z.object({ number, name, body: standingBodyInput, rules, source });
const shared = { excluding: [], priority: USUAL_PRIORITY };

/** In which column each part of a body stands. */
const OF_BODY: Record<string, FaqColumn> = { title: "title", url: "link", pictureUrl: "picture" };

/**
 * A line as an answer that can be saved, or all that is wrong with it. `zone`: by whose clocks its days and times are; a day alone holds
 * until it ends.
 */
export function entryOf({ line, cells, broken }: FaqLine, zone: string, at: Date): ReadLine {
  if (broken) return { line, name: "", entry: null, faults: [{ column: null, fault: "lineBroken", isGrave: true }] };
  const read = { line, name: wordsOf(cells.name).slice(0, SHOWN_LETTERS) };
  const kind = kindOf(cells.kind);
  const givenRules = rulesIn(cells);
  const checked = entryInput.safeParse({
    number: numberOf(cells.number),
    name: wordsOf(cells.name),
    body: bodyOf(kind ?? "text", cells),
    rules: givenRules ?? [],
    source: wordsOf(cells.source),
  });
  const instants = Object.fromEntries(INSTANTS.map((column) => [column, instantIn(cells[column], zone, column === "validUntil")]));
  const { validFrom = null, validUntil = null } = instants;
  const faults: FaqFault[] = [
    ...(checked.error?.issues ?? []).map(({ path, message }) => ({ column: columnOf(path, cells), fault: message, isGrave: true })),
    ...INSTANTS.filter((column) => instants[column] === undefined || !drafted[column].safeParse(instants[column]).success).map(
      (column) => ({ column, fault: "dateWrong", isGrave: true }),
    ),
    ...(kind ? [] : [{ column: "kind" as const, fault: "kindUnknown", isGrave: true }]),
    ...(givenRules ? [] : [{ column: "rules" as const, fault: "rulesBroken", isGrave: true }]),
    ...(validFrom && validUntil && validFrom >= validUntil
      ? [{ column: "validUntil" as const, fault: "validBackwards", isGrave: true }]
      : []),
    // A draft may be over: it is not published as it is.
    ...(validUntil && validUntil <= at ? [{ column: "validUntil" as const, fault: "over", isGrave: false }] : []),
  ];
  if (!checked.success || faults.some(({ isGrave }) => isGrave)) return { ...read, entry: null, faults };
  const isDraft = Object.values(FAQ_STATES.draft).includes(wordsOf(cells.state).toLowerCase());
  const when = instants as Pick<FaqEntry, (typeof INSTANTS)[number]>;
  return { ...read, entry: { ...checked.data, ...when, parent: wordsOf(cells.parent), isDraft }, faults };
}

function wordsOf(cell: unknown): string {
  return typeof cell === "string" ? cell.trim() : typeof cell === "number" ? String(cell) : "";
}

/** 3, ３, 三 and 3. are 3; what is no number at all is none that may be. */
function numberOf(cell: unknown): number | null {
  const words = wordsOf(cell);
  return words === "" ? null : (numberIn(comparable(words)) ?? 0);
}

function kindOf(cell: unknown): StandingBody["kind"] | null {
  const words = wordsOf(cell).toLowerCase();
  if (words === "") return "text";
  const kinds = Object.keys(FAQ_KINDS) as StandingBody["kind"][];
  return kinds.find((kind) => Object.values(FAQ_KINDS[kind]).includes(words)) ?? null;
}

function bodyOf(kind: StandingBody["kind"], cells: FaqLine["cells"]): unknown {
  const [title, text, url, pictureUrl] = [cells.title, cells.text, cells.link, cells.picture].map(wordsOf);
  if (kind === "articles") return { kind, articles: [{ title, description: text, url, pictureUrl }] };
  if (kind === "picture") return { kind, mediaId: text, pictureUrl };
  return kind === "menu" ? { kind, lead: text } : { kind, text };
}

/** Rules as they are written, or one of the keywords; null where they cannot be read. */
function rulesIn({ rules: given, keywords }: FaqLine["cells"]): unknown[] | null {
  if (Array.isArray(given)) return given;
  if (wordsOf(given) !== "") return listIn(wordsOf(given));
  const words = keywordsIn(keywords);
  return words.length === 0 ? [] : [{ kind: "anyOf", words, ...shared }];
}

function listIn(json: string): unknown[] | null {
  try {
    const list: unknown = JSON.parse(json);
    return Array.isArray(list) ? list : null;
  } catch {
    return null;
  }
}

function keywordsIn(cell: unknown): string[] {
  const words = Array.isArray(cell) ? cell.map(wordsOf) : wordsOf(cell).split(/[、,，;；|\n]/);
  return words.map((word) => word.trim()).filter((word) => word !== "");
}

function columnOf([part, ...path]: PropertyKey[], { rules: given }: FaqLine["cells"]): FaqColumn {
  if (part === "body") return OF_BODY[String(path.at(-1))] ?? "text";
  return part === "rules" && !given ? "keywords" : (part as FaqColumn);
}
