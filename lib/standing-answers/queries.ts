import { db, type Tx } from "@/lib/db";
import type { Scope } from "@/lib/officers/scope";
import type { Prisma } from "@/prisma/generated/client";
import { type AcknowledgementSettings, DEFAULT_ACKNOWLEDGEMENTS } from "./acknowledging";
import { isSent } from "./answering";
import type { StandingBody } from "./bodies";
import { type Feed, type PastFreshness, servedOf } from "./freshness";
import type { Category, KeywordRule } from "./rules";
import { DEFAULT_STANDING_TEXTS, type StandingTexts } from "./words";

export type StandingSettings = StandingTexts & AcknowledgementSettings;
/** Until an officer has saved others. */
export const DEFAULT_STANDING_SETTINGS: StandingSettings = { ...DEFAULT_STANDING_TEXTS, ...DEFAULT_ACKNOWLEDGEMENTS };

type Person = { id: string; name: string };

/** One saving. `copyOf`: the version that it brought back. Instants; null where there is none. */
export type StandingVersion = {
  id: string;
  version: number;
  body: StandingBody;
  rules: KeywordRule[];
  source: string;
  asOf: Date | null;
  validFrom: Date | null;
  validUntil: Date | null;
  reviewAt: Date | null;
  savedAt: Date;
  savedBy: Person;
  publishedAt: Date | null;
  publishedBy: Person | null;
  copyOf: number | null;
};

/**
 * One standing answer. `moves`: how often it was given another name, number or place. `version`: the number of its newest saving. `published`: what residents get, if it is in its time
 * and as far as `feed`, its source, brings nothing: servedOf() of lib/standing-answers/freshness.ts.
 */
export type StandingAnswer = {
  id: string;
  accountId: string;
  number: number | null;
  name: string;
  parentId: string | null;
  position: number;
  menu: { column: number; row: number } | null;
  owner: Person;
  moves: number;
  version: number;
  published: StandingVersion | null;
  feed: Feed | null;
};

/** With its newest saving where that is not published yet. */
export type StandingAnswerAndDraft = StandingAnswer & { draft: StandingVersion | null };
/** With its savings, newest first. */
export type StandingAnswerInFull = StandingAnswerAndDraft & { versions: StandingVersion[] };

/** Of what is kept up daily there are hundreds; whoever looks back looks at the last months. */
export const VERSIONS_SHOWN = 100;

/**
 * What residents get while it is in its time, from its source where it has one. `category`: what the engine decides by. `freshUntil`:
 * until when it counts as true, and what becomes of it then; null: as long as it stands.
 */
export type StandingInForce = {
  id: string;
  versionId: string;
  parentId: string | null;
  position: number;
  category: Category;
  body: StandingBody;
  source: string;
  asOf: Date | null;
  validFrom: Date | null;
  validUntil: Date | null;
  freshUntil: Date | null;
  pastFreshness: PastFreshness;
};

const person = { select: { id: true, name: true } } as const;
const people = { savedBy: person, publishedBy: person } as const;
const fed = { select: { kind: true, body: true, asOf: true, savedAt: true, freshMinutes: true, pastFreshness: true } } as const;
const whole = { owner: person, published: { include: people }, feed: fed } as const;
const newestFirst = { include: people, orderBy: { version: "desc" } } as const;
const inFull = { ...whole, versions: newestFirst } as const;
const inOrder = [{ position: "asc" }, { number: "asc" }, { id: "asc" }] as const satisfies Prisma.StandingAnswerOrderByWithRelationInput[];

function keptBy(scope: Scope, accountId: string): Prisma.StandingAnswerWhereInput {
  return { archivedAt: null, AND: [{ accountId }, { accountId: { in: [...scope.accountIds] } }] };
}

/** The standing answers of an account that are not archived, in their order. None when the scope does not reach it. */
export async function listStandingAnswers(scope: Scope, accountId: string): Promise<StandingAnswer[]> {
  const found = await db.standingAnswer.findMany({ where: keptBy(scope, accountId), include: whole, orderBy: [...inOrder] });
  return found.map(answerOf);
}

/** One with the last `VERSIONS_SHOWN` of its history, or null when the scope does not reach it or it is archived. */
export async function readStandingAnswer(scope: Scope, id: string): Promise<StandingAnswerInFull | null> {
  const found = await db.standingAnswer.findFirst({
    where: { id, archivedAt: null, accountId: { in: [...scope.accountIds] } },
    include: { ...whole, versions: { ...newestFirst, take: VERSIONS_SHOWN } },
  });
  return found && inFullOf(found);
}

/** All of an account that are not archived with their histories, in their order. None when the scope does not reach it. */
export async function listAnswersInFull(scope: Scope, accountId: string): Promise<StandingAnswerInFull[]> {
  const found = await db.standingAnswer.findMany({ where: keptBy(scope, accountId), include: inFull, orderBy: [...inOrder] });
  return found.map(inFullOf);
}

/** The same with their drafts alone: what is kept up daily has a history of years. */
export async function listAnswersAndDrafts(scope: Scope, accountId: string, tx: Tx = db): Promise<StandingAnswerAndDraft[]> {
  const found = await tx.standingAnswer.findMany({
    where: keptBy(scope, accountId),
    include: { ...whole, versions: { ...newestFirst, take: 1 } },
    orderBy: [...inOrder],
  });
  return found.map((answer) => {
    const { versions: _newest, ...told } = inFullOf(answer);
    return told;
  });
}

/** What an account answers by itself, whether in its time or not: published and not archived, in their order. */
export async function publishedAnswers(accountId: string): Promise<StandingInForce[]> {
  const found = await db.standingAnswer.findMany({
    where: { accountId, archivedAt: null, publishedId: { not: null } },
    include: { published: true, feed: true },
    orderBy: [...inOrder],
  });
  return found.flatMap(({ published, feed, ...answer }) => {
    if (!published) return [];
    const { id: versionId, source, validFrom, validUntil } = published;
    const leadsTo = found.filter(({ parentId }) => parentId === answer.id).map(({ id }) => id);
    const category = { id: answer.id, number: answer.number, name: answer.name, rules: rulesOf(published), leadsTo };
    const { id, parentId, position } = answer;
    const served = servedOf(published, feed);
    return [{ id, versionId, parentId, position, category, source, validFrom, validUntil, ...served }];
  });
}

/** What an account answers by itself at an instant. */
export async function inForce(accountId: string, at: Date): Promise<StandingInForce[]> {
  return (await publishedAnswers(accountId)).filter((answer) => isSent(answer, at));
}

type AnswerRow = Prisma.StandingAnswerGetPayload<{ include: typeof whole }>;
type VersionRow = Prisma.StandingVersionGetPayload<{ include: typeof people }>;

function inFullOf({ versions: kept, ...answer }: Prisma.StandingAnswerGetPayload<{ include: typeof inFull }>): StandingAnswerInFull {
  const versions = kept.map(versionOf);
  return { ...answerOf(answer), draft: versions[0]?.publishedAt === null ? versions[0] : null, versions };
}

function answerOf({
  id,
  accountId,
  number,
  name,
  parentId,
  position,
  menuColumn,
  menuRow,
  owner,
  moves,
  version,
  published,
  feed,
}: AnswerRow): StandingAnswer {
  const menu = menuColumn === null || menuRow === null ? null : { column: menuColumn, row: menuRow };
  return {
    id,
    accountId,
    number,
    name,
    parentId,
    position,
    menu,
    owner,
    moves,
    version,
    published: published && versionOf(published),
    feed,
  };
}

function versionOf({
  savedById: _by,
  publishedById: _publishedBy,
  standingAnswerId: _of,
  body,
  rules,
  ...kept
}: VersionRow): StandingVersion {
  return { ...kept, body: bodyOf({ body }), rules: rulesOf({ rules }) };
}

/** What a row keeps was checked when it was saved. */
const bodyOf = ({ body }: { body: unknown }) => body as StandingBody;
const rulesOf = ({ rules }: { rules: unknown }) => rules as KeywordRule[];

/** What an account says around its answers, and who saved it; `saved` null while it says what every account does at first. */
export async function readStandingSettings(
  scope: Scope,
  accountId: string,
): Promise<{ settings: StandingSettings; saved: { at: Date; by: string } | null }> {
  const kept = await db.standingSettings.findFirst({
    where: { AND: [{ accountId }, { accountId: { in: [...scope.accountIds] } }] },
    include: { savedBy: person },
  });
  if (!kept) return { settings: DEFAULT_STANDING_SETTINGS, saved: null };
  const { accountId: _of, savedById: _by, savedAt, savedBy, ...settings } = kept;
  return { settings, saved: { at: savedAt, by: savedBy.name } };
}
