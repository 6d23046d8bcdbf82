import { query } from "@/scripts/bench/support/database";
import { type Recounted, recountQuestions } from "./recount";

type Kept = Omit<Recounted, "id"> & { id: string };
type Verdict = { questions: number; missing: string[]; surplus: string[]; different: string[] };

const INSTANTS = ["openedAt", "dueAt", "firstRespondedAt", "answeredAt", "closedAt"] as const;

/** Holds every question as the desk keeps it, and as its reports count it, against the recount. */
export async function judgeWeek(databaseUrl: string): Promise<Record<string, unknown>> {
  const recounted = await recountQuestions(databaseUrl);
  const kept = await query<Kept>(
    databaseUrl,
    `SELECT id, "openedAt", "dueAt", "firstRepliedAt" AS "firstRespondedAt", "answeredAt", "closedAt" FROM "Question"`,
  );
  return { summary: "week", desk: compareRows(recounted, kept) };
}

function compareRows(recounted: ReadonlyMap<string, Recounted>, kept: readonly Kept[]): Verdict {
  const known = new Set(kept.map(({ id }) => id));
  return {
    questions: recounted.size,
    missing: [...recounted.keys()].filter((id) => !known.has(id)),
    surplus: kept.filter(({ id }) => !recounted.has(id)).map(({ id }) => id),
    different: kept.flatMap((row) => {
      const again = recounted.get(row.id);
      const wrong = again ? INSTANTS.filter((name) => row[name]?.getTime() !== again[name]?.getTime()) : [];
      return again && wrong.length > 0
        ? [`${row.id}: ${wrong.map((name) => `${name} ${row[name]?.toISOString()} for ${again[name]?.toISOString()}`).join(", ")}`]
        : [];
    }),
  };
}
