import { db } from "@/lib/db";
import { narrowed, type Scope } from "@/lib/officers/scope";
import { after } from "@/lib/time/rules";
import type { SelfAnswer } from "./answering";
import { NOT_HELPED_WITHIN } from "./asks";
import { comparable } from "./normalize";
import type { KeywordRule } from "./rules";

type Means = SelfAnswer["asked"]["means"] | "acknowledgement";
/** From one instant to just before another. */
export type Period = { from: Date; until: Date };

/**
 * How often something was asked for. `over`: those of it whose five minutes have passed; of these, after how many the same resident
 * asked for a person (`zero`) or opened a question (`question`). A resident who then asks for a person was not helped by any answer of
 * those five minutes.
 */
export type Asked = { asked: number; over: number; zero: number; question: number };
type AskedAnswer = Asked & { id: string; number: number | null; name: string; rules: AskedRule[] };
/** `rule`: as the version had it that was given last. */
type AskedRule = Asked & { id: string; rule: KeywordRule | null };
/** Words that got no answer by themselves and opened questions of so many residents. */
type UnansweredWords = { words: string; residents: number };

/** What an account's standing answers were worth. `beside`: how often the menu, the welcome and a person were asked for, and
 * how often a message was told that it came. */
export type StandingNumbers = {
  answers: AskedAnswer[];
  beside: { means: Means; asked: number }[];
  unanswered: UnansweredWords[];
};

type Counted = Asked & { answerId: string | null; ruleId: string | null; means: Means; versionId: string | null };

/** Letters of a message that may want a keyword of its own. */
const MOST_LETTERS = 12;
/** Fewer than these may be one person's words. */
const LEAST_RESIDENTS = 3;
const MOST_WORDS = 20;
/** Short questions that are looked at, the newest first. */
const MOST_LOOKED_AT = 50_000;
const NONE: Asked = { asked: 0, over: 0, zero: 0, question: 0 };

/**
 * How often each standing answer of an account and each of its rules was asked for in a period and did not help, most asked first, with
 * those of what is published that nobody asked for; and which short words opened questions instead. Nothing when the scope does not reach the account. The
 * worker counts: the last seconds may be missing.
 * @param at now: what was asked in the last five minutes is asked, but not over
 */
export async function readStandingNumbers(scope: Scope, accountId: string, period: Period, at: Date): Promise<StandingNumbers> {
  const [reached] = narrowed(scope, accountId).accountIds;
  if (reached === undefined) return { answers: [], beside: [], unanswered: [] };
  const [counted, unanswered] = await Promise.all([countAsked(reached, period, at), readUnanswered(reached, period)]);
  const ids = counted.flatMap(({ answerId }) => answerId ?? []);
  const [answers, rules] = await Promise.all([
    db.standingAnswer.findMany({
      where: { accountId: reached, OR: [{ id: { in: ids } }, { archivedAt: null, publishedId: { not: null } }] },
      select: { id: true, number: true, name: true, archivedAt: true, published: { select: { rules: true } } },
      orderBy: [{ position: "asc" }, { id: "asc" }],
    }),
    readRules(counted),
  ]);
  const withNumbers = answers.map(({ archivedAt, published, ...answer }) => {
    const own = counted.filter(({ answerId }) => answerId === answer.id);
    const byRule = own.flatMap(({ ruleId, ...asked }) =>
      ruleId === null ? [] : [{ ...figuresOf(asked), id: ruleId, rule: rules.get(ruleId) ?? null }],
    );
    const inForce = archivedAt || !published ? [] : rulesOf(published);
    const idle = inForce.filter(({ id }) => own.every(({ ruleId }) => ruleId !== id)).map((rule) => ({ ...NONE, id: rule.id, rule }));
    return { ...answer, ...own.reduce(sumOf, NONE), rules: [...byRule.sort(mostAsked), ...idle] };
  });
  const beside = counted.filter(({ answerId }) => answerId === null).map(({ means, asked }) => ({ means, asked }));
  return { answers: withNumbers.sort(mostAsked), beside, unanswered };
}

async function countAsked(accountId: string, { from, until }: Period, at: Date): Promise<Counted[]> {
  const over = after(at, -NOT_HELPED_WITHIN);
  return db.$queryRaw<Counted[]>`
    SELECT *, (SELECT a."versionId" FROM "StandingAsk" a WHERE a.id = counted.last) AS "versionId" FROM (
      SELECT "standingAnswerId" AS "answerId", "ruleId", CASE WHEN "standingAnswerId" IS NULL THEN means END AS means, max(id) AS last,
        count(*)::int AS asked, count(*) FILTER (WHERE at <= ${over})::int AS over,
        count(*) FILTER (WHERE at <= ${over} AND "notHelped" = 'zero')::int AS zero,
        count(*) FILTER (WHERE at <= ${over} AND "notHelped" = 'question')::int AS question
      FROM "StandingAsk" WHERE "accountId" = ${accountId}::uuid AND at >= ${from} AND at < ${until} GROUP BY 1, 2, 3) counted
    ORDER BY asked DESC, "ruleId", means`;
}

/** Rules keep their ids from version to version. */
async function readRules(counted: readonly Counted[]): Promise<Map<string, KeywordRule>> {
  const ids = counted.flatMap(({ ruleId, versionId }) => (ruleId === null ? [] : (versionId ?? [])));
  const versions = await db.standingVersion.findMany({ where: { id: { in: ids } }, select: { rules: true } });
  return new Map(versions.flatMap(rulesOf).map((rule) => [rule.id, rule]));
}

/** What opened a question is the message that was said when it opened. */
async function readUnanswered(accountId: string, { from, until }: Period): Promise<UnansweredWords[]> {
  const said = await db.$queryRaw<{ text: string; threadId: string }[]>`
    SELECT m.text, q."threadId" FROM "Question" q JOIN "Message" m ON m."questionId" = q.id AND m.at = q."openedAt"
    WHERE q."accountId" = ${accountId}::uuid AND q."openedAt" >= ${from} AND q."openedAt" < ${until} AND m.direction = 'inbound'
      AND m.kind = 'text' AND m.nature = 'content' AND char_length(m.text) <= ${MOST_LETTERS} AND NOT COALESCE(m.facts ? 'standing', false)
    ORDER BY q."openedAt" DESC LIMIT ${MOST_LOOKED_AT}`;
  const residents = new Map<string, Set<string>>();
  for (const { text, threadId } of said) {
    const words = comparable(text);
    if (words !== "") residents.set(words, (residents.get(words) ?? new Set()).add(threadId));
  }
  return [...residents]
    .map(([words, { size }]) => ({ words, residents: size }))
    .filter((found) => found.residents >= LEAST_RESIDENTS)
    .sort((one, other) => other.residents - one.residents || (one.words < other.words ? -1 : 1))
    .slice(0, MOST_WORDS);
}

/** What a row keeps was checked when it was saved. */
const rulesOf = ({ rules }: { rules: unknown }) => rules as KeywordRule[];

function figuresOf({ asked, over, zero, question }: Asked): Asked {
  return { asked, over, zero, question };
}

function sumOf(sum: Asked, { asked, over, zero, question }: Asked): Asked {
  return { asked: sum.asked + asked, over: sum.over + over, zero: sum.zero + zero, question: sum.question + question };
}

function mostAsked(one: Asked, other: Asked): number {
  return other.asked - one.asked;
}
