import type { StandingBody } from "@/lib/standing-answers/bodies";
import type { StandingAnswerInFull, StandingVersion } from "@/lib/standing-answers/queries";
import { BETWEEN_KEYWORDS, FAQ_COLUMNS, FAQ_HEADS, FAQ_KINDS, FAQ_STATES, type FaqColumn, type FaqLanguage } from "./columns";

type Cell = string | number | Date | null;
/** A table of standing answers; instants are `Date`s. */
export type FaqTable = { heads: string[]; rows: Cell[][] };

/** Every standing answer as residents get it and, where somebody is writing it, its draft: a row each. */
export function faqTable(answers: readonly StandingAnswerInFull[], language: FaqLanguage): FaqTable {
  return {
    heads: FAQ_COLUMNS.map((column) => FAQ_HEADS[column][language]),
    rows: answers.flatMap((answer) =>
      [answer.published, answer.draft].flatMap((version) => {
        if (!version) return [];
        const told = toldOf(answer, version, answers, language);
        return [FAQ_COLUMNS.map((column) => told[column])];
      }),
    ),
  };
}

/** Everything that is kept of them, a line of JSON each, with the columns of the table beside it. */
export function* faqLines(answers: readonly StandingAnswerInFull[]): Generator<string> {
  for (const { id: _id, accountId: _account, owner, draft, published, versions, ...answer } of answers) {
    const shown = published ?? draft;
    const told = shown && { text: textOf(shown.body), keywords: keywordsOf(shown), source: shown.source, validUntil: shown.validUntil };
    const history = versions.map(({ id: _version, savedBy, publishedBy, ...version }) => {
      return { ...version, savedBy: savedBy.name, publishedBy: publishedBy?.name ?? null };
    });
    yield `${JSON.stringify({ ...answer, ...told, owner: owner.name, versions: history })}\n`;
  }
}

function toldOf(
  answer: StandingAnswerInFull,
  version: StandingVersion,
  all: readonly StandingAnswerInFull[],
  language: FaqLanguage,
): Record<FaqColumn, Cell> {
  const { number, name, parentId, owner } = answer;
  const { source, asOf, validFrom, validUntil, reviewAt } = version;
  return {
    number,
    name,
    parent: all.find(({ id }) => id === parentId)?.name ?? null,
    kind: FAQ_KINDS[version.body.kind][language],
    text: textOf(version.body),
    keywords: keywordsOf(version).join(BETWEEN_KEYWORDS),
    ...{ source, asOf, validFrom, validUntil, reviewAt },
    owner: owner.name,
    version: version.version,
    state: FAQ_STATES[version.publishedAt ? "published" : "draft"][language],
  };
}

function textOf(body: StandingBody): string {
  if (body.kind === "text") return body.text;
  if (body.kind === "menu") return body.lead;
  if (body.kind === "picture") return body.mediaId;
  const [{ title, description, url }] = body.articles;
  return [title, description, url].filter((line) => line !== "").join("\n");
}

function keywordsOf({ rules }: StandingVersion): string[] {
  return [...new Set(rules.flatMap(({ words }) => words))];
}
