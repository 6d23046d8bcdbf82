import type pg from "pg";
import type { FeedEvent } from "@/lib/events/feed";
import { FAILURES } from "./history";

const DUTY = ["shift.signedOn", "shift.signedOff", "shift.lapsed", "shift.stoodIn"];

/** Those that joined or left one of these clusters, and those there that were late: how many asked the same is a reason. */
const OF_CLUSTERS = `SELECT q.id FROM "Question" q LEFT JOIN "QuestionFact" f ON f."questionId" = q.id
    WHERE q."clusterId" = ANY($1::uuid[]) AND q."clusterId" IS DISTINCT FROM f."clusterId"
  UNION SELECT f."questionId" FROM "QuestionFact" f JOIN "Question" q ON q.id = f."questionId"
    WHERE f."clusterId" = ANY($1::uuid[]) AND (f.late OR q."clusterId" IS DISTINCT FROM f."clusterId")
  UNION SELECT d."questionId" FROM "DutyFact" d WHERE d."clusterId" = ANY($1::uuid[]) AND (d."nextLate" OR d."promisesBroken" OR d."answersLate")`;
const OF_THREADS = `SELECT id FROM "Question" WHERE "threadId" = ANY($1::uuid[])`;
/** Who was on duty is a reason, too. */
const LATE_SINCE = `SELECT "questionId" AS id FROM "QuestionFact" WHERE late AND "accountId" = ANY($1::uuid[]) AND "dueAt" >= $2 AND "openedAt" >= $2::timestamptz - interval '7 days'
  UNION SELECT "questionId" FROM "DutyFact" WHERE ("nextLate" OR "promisesBroken") AND milestone IN ('next', 'promise') AND "accountId" = ANY($1::uuid[]) AND "dueAt" >= $2 AND at >= $2::timestamptz - interval '30 days'
  UNION SELECT "questionId" FROM "DutyFact" WHERE "answersLate" AND milestone = 'answer' AND "accountId" = ANY($1::uuid[]) AND "dueAt" >= $2`;

/** Every question whose facts some events may have changed. */
export async function namedBy(client: pg.ClientBase, events: readonly FeedEvent[]): Promise<Set<string>> {
  const named = new Set(
    events.flatMap((event) => [event.questionId ?? [], idsIn(event, ["settledIds", "openedIds", "newQuestionId"])].flat()),
  );
  const clusters = new Set(events.filter(isOfClusters).flatMap((event) => idsIn(event, ["clusterId", "fromId", "toId"])));
  const threads = new Set(
    events.flatMap(({ type, threadId }) => (FAILURES.some((failure) => failure === type) && threadId ? [threadId] : [])),
  );
  const duty = events.filter(({ type }) => DUTY.includes(type));
  const look = async (query: string, values: unknown[]) => {
    for (const { id } of (await client.query<{ id: string }>(query, values)).rows) named.add(id);
  };
  if (clusters.size > 0) await look(OF_CLUSTERS, [[...clusters]]);
  if (threads.size > 0) await look(OF_THREADS, [[...threads]]);
  const since = duty.map(({ at }) => at.getTime());
  if (duty.length > 0) await look(LATE_SINCE, [duty.map(({ accountId }) => accountId), new Date(Math.min(...since))]);
  return named;
}

function isOfClusters({ type }: FeedEvent): boolean {
  return type.startsWith("cluster.") || type === "question.clustered" || type === "question.regrouped";
}

/** The ids that some facts of an event hold, alone or with commas between. */
function idsIn({ facts }: FeedEvent, names: readonly string[]): string[] {
  return names.flatMap((name) => {
    const value = facts?.[name];
    return typeof value === "string" ? value.split(",").filter(Boolean) : [];
  });
}
