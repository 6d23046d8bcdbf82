import type { StandingBody } from "@/lib/standing-answers/bodies";
import type { StandingAnswerInFull, StandingVersion } from "@/lib/standing-answers/queries";
import { type KeywordRule, USUAL_PRIORITY } from "@/lib/standing-answers/rules";
import { shownAt } from "@/lib/time/zones";
import { BETWEEN_KEYWORDS, FAQ_COLUMNS, FAQ_HEADS, FAQ_KINDS, FAQ_STATES, type FaqColumn, type FaqLanguage } from "./columns";

type Cell = string | number | null;
/** A table of standing answers. */
export type FaqTable = { heads: string[]; rows: Cell[][] };

/**
 * Every standing answer as residents get it and, where somebody is writing it, its draft: a row each. Instants are words by the clocks of
 * `zone`, because a midnight in a figure of Excel could be a day.
 */
export function faqTable(answers: readonly StandingAnswerInFull[], language: FaqLanguage, zone: string): FaqTable {
  const timeOf = (instant: Date | null) => instant && shownAt(instant, zone).toISOString().slice(0, 19).replace("T", " ");
  return {
    heads: FAQ_COLUMNS.map((column) => FAQ_HEADS[column][language]),
    rows: answers.flatMap((answer) =>
      versionsTold(answer).map((version) => {
        const told = toldOf(answer, version, answers, { language, timeOf });
        return FAQ_COLUMNS.map((column) => told[column]);
      }),
    ),
  };
}

/** The same, a line of JSON each, with all that was ever saved of an answer in its first line. */
export function* faqLines(answers: readonly StandingAnswerInFull[]): Generator<string> {
  for (const answer of answers) {
    const { menu, position, versions } = answer;
    const history = versions.map(({ id: _version, savedBy, publishedBy, ...version }) => {
      return { ...version, savedBy: savedBy.name, publishedBy: publishedBy?.name ?? null };
    });
    for (const [index, version] of versionsTold(answer).entries()) {
      const told = toldOf(answer, version, answers, { language: "en", timeOf: (instant) => instant?.toISOString() ?? null });
      const beside = { keywords: keywordsOf(version.rules), rules: version.rules, position, menu };
      yield `${JSON.stringify({ ...told, ...beside, ...(index === 0 ? { versions: history } : {}) })}\n`;
    }
  }
}

function versionsTold({ published, draft }: StandingAnswerInFull): StandingVersion[] {
  return [published, draft].filter((version) => version !== null);
}

function toldOf(
  answer: StandingAnswerInFull,
  version: StandingVersion,
  all: readonly StandingAnswerInFull[],
  { language, timeOf }: { language: FaqLanguage; timeOf(instant: Date | null): string | null },
): Record<FaqColumn, Cell> {
  const { number, name, parentId, owner } = answer;
  const { source, asOf, validFrom, validUntil, reviewAt } = version;
  return {
    number,
    name,
    parent: all.find(({ id }) => id === parentId)?.name ?? null,
    kind: FAQ_KINDS[version.body.kind][language],
    ...cellsOf(version.body),
    keywords: keywordsOf(version.rules).join(BETWEEN_KEYWORDS),
    rules: isPlain(version.rules) ? null : JSON.stringify(version.rules.map(({ id: _id, ...rule }) => rule)),
    source,
    asOf: timeOf(asOf),
    validFrom: timeOf(validFrom),
    validUntil: timeOf(validUntil),
    reviewAt: timeOf(reviewAt),
    owner: owner.name,
    version: version.version,
    state: FAQ_STATES[version.publishedAt ? "published" : "draft"][language],
  };
}

function cellsOf(body: StandingBody): Pick<Record<FaqColumn, Cell>, "title" | "text" | "link" | "picture"> {
  const none = { title: null, link: null, picture: null };
  if (body.kind === "text") return { ...none, text: body.text };
  if (body.kind === "menu") return { ...none, text: body.lead };
  if (body.kind === "picture") return { ...none, text: body.mediaId, picture: body.pictureUrl };
  const [{ title, description, url, pictureUrl }] = body.articles;
  return { title, text: description, link: url, picture: pictureUrl };
}

/** What a reader sees of an answer in a line or two. */
export function textOf(body: StandingBody): string {
  const { title, text } = cellsOf(body);
  return [title, text].filter(Boolean).join(" · ");
}

/** The words of all rules, each once. */
export function keywordsOf(rules: readonly Pick<KeywordRule, "words">[]): string[] {
  return [...new Set(rules.flatMap(({ words }) => words))];
}

/** Whether its keywords alone say all of it. */
function isPlain(rules: readonly KeywordRule[]): boolean {
  const [first, ...rest] = rules;
  return !first || (rest.length === 0 && first.kind === "anyOf" && first.excluding.length === 0 && first.priority === USUAL_PRIORITY);
}
