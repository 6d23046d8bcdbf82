import { query } from "@/scripts/bench/support/database";
import { WEEK } from "./calendar";
import { type Recounted, recountQuestions } from "./recount";

type Row = { id: string } & Record<string, Date | string | null>;
type Verdict = { rows: number; missing: string[]; surplus: string[]; different: string[] };

const DESK = `SELECT id, "openedAt", COALESCE("countedFrom", "openedAt") AS "countedFrom", "dueAt", "firstRepliedAt" AS "firstRespondedAt", "answeredAt", "closedAt" FROM "Question"`;
const FACTS = `SELECT "questionId" AS id, "openedAt", "countedFrom", "dueAt", "firstRespondedAt", "answeredAt" FROM "QuestionFact"`;

/** Holds every question as the desk keeps it, every fact and every headline number of its reports against the recount. */
export async function judgeWeek(databaseUrl: string): Promise<Record<string, unknown>> {
  const recounted = await recountQuestions(databaseUrl);
  const desk = compareRows(recounted, await query<Row>(databaseUrl, DESK));
  const facts = compareRows(recounted, await query<Row>(databaseUrl, FACTS));
  const numbers = compareNumbers(numbersOf([...recounted.values()]), await reported());
  const wrong = (verdict: Verdict) => verdict.missing.length + verdict.surplus.length + verdict.different.length;
  const passed = wrong(desk) === 0 && wrong(facts) === 0 && numbers.every(({ recounted: own, reported: theirs }) => own === theirs);
  return { summary: "week", comparedWith: "a recount from messages, replies and events, second by second", passed, desk, facts, numbers };
}

function compareRows(recounted: ReadonlyMap<string, Recounted>, kept: readonly Row[]): Verdict {
  const known = new Set(kept.map(({ id }) => id));
  return {
    rows: kept.length,
    missing: [...recounted.keys()].filter((id) => !known.has(id)),
    surplus: kept.filter(({ id }) => !recounted.has(id)).map(({ id }) => id),
    different: kept.flatMap(({ id, ...row }) => {
      const again: Record<string, unknown> = { ...recounted.get(id) };
      const wrong = Object.keys(row).filter((name) => iso(row[name]) !== iso(again[name]));
      return recounted.has(id) && wrong.length > 0
        ? [`${id}: ${wrong.map((name) => `${name} ${iso(row[name])}, recounted ${iso(again[name])}`).join("; ")}`]
        : [];
    }),
  };
}

function iso(value: unknown): string | null {
  return value instanceof Date ? value.toISOString() : null;
}

/** What a supervisor reads first, from the recount. */
function numbersOf(questions: readonly Recounted[]): Record<string, number | null> {
  const now = Date.now();
  // Who is answered before duty begins has waited no second that counts.
  const seconds = questions
    .flatMap(({ countedFrom, firstRespondedAt }) =>
      firstRespondedAt ? [Math.max(0, Math.ceil((firstRespondedAt.getTime() - countedFrom.getTime()) / 1_000))] : [],
    )
    .sort((one, other) => one - other);
  const isLate = ({ dueAt, firstRespondedAt, closedAt }: Recounted) => ((firstRespondedAt ?? closedAt)?.getTime() ?? now) > dueAt.getTime();
  const rank = (share: number) => seconds[Math.max(1, Math.ceil(seconds.length * share)) - 1] ?? null;
  return {
    opened: questions.length,
    responded: seconds.length,
    late: questions.filter(isLate).length,
    within10: seconds.filter((taken) => taken <= 600).length,
    within3: seconds.filter((taken) => taken <= 180).length,
    answered: questions.filter(({ answeredAt }) => answeredAt).length,
    unanswered: questions.filter(({ closedAt, firstRespondedAt }) => closedAt && !firstRespondedAt).length,
    open: questions.filter(({ answeredAt, closedAt }) => !answeredAt && !closedAt).length,
    median: rank(0.5),
    p90: rank(0.9),
    p99: rank(0.99),
  };
}

async function reported(): Promise<Record<string, number | null>> {
  const [{ readSummary }, { reportParams, periodFilled }, { scopeOf }, { allAccountIds }] = await Promise.all([
    import("@/lib/reports/queries"),
    import("@/lib/reports/schema"),
    import("@/lib/officers/scope"),
    import("@/lib/accounts/queries"),
  ]);
  const asked = periodFilled(reportParams.parse({ from: WEEK[0], to: WEEK.at(-1) }), WEEK.at(-1) ?? "");
  const { numbers } = await readSummary(scopeOf(await allAccountIds()), asked);
  const { count: _, ...first } = numbers.spreads.first;
  return { ...numbers.counts, ...first };
}

function compareNumbers(own: Record<string, number | null>, theirs: Record<string, number | null>) {
  return Object.keys(own).map((number) => ({ number, recounted: own[number] ?? null, reported: theirs[number] ?? null }));
}
