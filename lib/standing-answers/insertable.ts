import { db } from "@/lib/db";
import { narrowed, type Scope } from "@/lib/officers/scope";
import { now } from "@/lib/time/clock";
import { isStale } from "./freshness";
import { standingAtHand } from "./remembered";
import { saidByOfficer } from "./words";

/** A standing answer that an officer can put into a reply. `words`: those that ask for it; `isStale`: it says so itself. */
export type InsertableAnswer = { id: string; number: number | null; name: string; words: string[]; text: string; isStale: boolean };
/** What an officer can choose from, likest first. `found`: of how many the first are listed. */
export type RankedAnswers = { answers: InsertableAnswer[]; found: number };

const MOST_SAID = 20;

/** What residents of an account would get just now, as texts for a reply, in their order. None when the scope does not reach it. */
export async function insertableAnswers(scope: Scope, accountId: string, at = now()): Promise<InsertableAnswer[]> {
  const [reached] = narrowed(scope, accountId).accountIds;
  if (reached === undefined) return [];
  const { timeZone, inTime } = await standingAtHand(reached);
  return [...inTime(at).answers.values()].flatMap((answer) => {
    const { number, name, rules } = answer.category;
    const told = { ...answer, name, isStale: isStale(answer, at) };
    const text = saidByOfficer(told, { at, timeZone });
    return text === null ? [] : [{ id: answer.id, number, name, words: rules.flatMap(({ words }) => words), text, isStale: told.isStale }];
  });
}

/** All that a resident said in a question, or "" when the scope does not reach it. */
export async function saidIn(scope: Scope, questionId: string): Promise<string> {
  const said = await db.message.findMany({
    where: { questionId, direction: "inbound", nature: "content", question: { accountId: { in: [...scope.accountIds] } } },
    select: { text: true },
    orderBy: { seq: "asc" },
    take: MOST_SAID,
  });
  return said.map(({ text }) => text).join("\n");
}
