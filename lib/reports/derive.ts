import type pg from "pg";
import type { Book } from "@/lib/sla/terms";
import { WRITE_DUTIES, WRITE_QUESTIONS } from "./columns";
import { type Asked, type Facts, factsOf } from "./facts";
import { type Course, courseOf, FAILURES, type Happening, isTold } from "./history";
import { findReasons } from "./surroundings";
import { booksOf, duesOf } from "./terms";

type AskedRow = Asked & { splitFromId: string | null };
type HappeningRow = Omit<Happening, "message" | "reply"> & {
  threadId: string;
  messageSeq: string | null;
  messageAt: Date | null;
  queuedAt: Date | null;
  promisedAt: Date | null;
  through: string | null;
  standing: boolean | null;
};
/** How many facts were written because they differed, and how many were taken away. */
export type Written = { written: number; removed: number };

const ASKED = `SELECT id AS "questionId", "accountId", "threadId", "openedAt", "countedFrom", "dueAt", "answerMinutes", "answerAroundTheClock", kind::text AS kind, "dangerWord" IS NOT NULL AS urgent,
    "followsId", "splitFromId", "clusterId", "topicId", "assignedToId"
  FROM "Question" WHERE id = ANY($1::uuid[]) ORDER BY id`;
/**
 * All that names a question, and what became of the replies of its thread. Messages and replies are looked up one by one: a plan that
 * joins them reads all there are.
 */
const HAPPENED = `SELECT e.at, e.type, e."questionId", e."threadId", e."officerId", e.facts, m.seq AS "messageSeq", m.at AS "messageAt",
    r."queuedAt", r."promisedAt", r."answersThroughSeq" AS through, r.standing
  FROM (
    SELECT id, at, type, "questionId", "threadId", "messageId", "replyId", "officerId", facts FROM "Event" WHERE "questionId" = ANY($1::uuid[])
    UNION ALL SELECT id, at, type, "questionId", "threadId", "messageId", "replyId", "officerId", facts FROM "Event" WHERE "threadId" = ANY($2::uuid[]) AND type IN ('reply.sent', 'reply.failed', 'reply.unknown', 'reply.held')
      AND ("questionId" IS NULL OR "questionId" <> ALL($1::uuid[]))
  ) e
  LEFT JOIN LATERAL (SELECT * FROM "Message" WHERE id = e."messageId" OFFSET 0) m ON true
  LEFT JOIN LATERAL (SELECT * FROM "Reply" WHERE id = e."replyId" OFFSET 0) r ON true
  ORDER BY e.id`;
const GONE = `DELETE FROM "QuestionFact" WHERE "questionId" = ANY($1::uuid[]) AND "questionId" <> ALL($2::uuid[])`;
const GONE_DUTIES = `DELETE FROM "DutyFact" d WHERE d."questionId" = ANY($1::uuid[]) AND NOT EXISTS (
  SELECT FROM jsonb_to_recordset($2::jsonb) AS x("questionId" uuid, milestone text, ordinal smallint)
  WHERE x."questionId" = d."questionId" AND x.milestone = d.milestone AND x.ordinal = d.ordinal)`;

/**
 * Makes the facts of some questions anew from their events, as they stand at an instant, and writes what differs. The caller holds the
 * cursor of the facts, so that nobody writes older facts over newer ones.
 */
export async function deriveFacts(client: pg.ClientBase, questionIds: readonly string[], at: Date): Promise<Written> {
  const { rows: asked } = await client.query<AskedRow>(ASKED, [questionIds]);
  const threadIds = [...new Set(asked.map(({ threadId }) => threadId))];
  const { rows: happened } = await client.query<HappeningRow>(HAPPENED, [questionIds, threadIds]);
  const books = await booksOf(client, [...new Set(asked.map(({ accountId }) => accountId))]);
  const found = deriveAll(asked, happened.map(asHappening), books, at);
  await findReasons(client, found);

  const questions = found.map(({ facts }) => facts.question);
  const duties = found.flatMap(({ facts }) => facts.duties);
  const known = questions.map(({ questionId }) => questionId);
  const gone = await client.query(GONE_DUTIES, [questionIds, JSON.stringify(duties)]);
  const goneQuestions = await client.query(GONE, [questionIds, known]);
  const written = await client.query(WRITE_QUESTIONS, [JSON.stringify(questions)]);
  const writtenDuties = await client.query(WRITE_DUTIES, [JSON.stringify(duties)]);
  return {
    written: (written.rowCount ?? 0) + (writtenDuties.rowCount ?? 0),
    removed: (gone.rowCount ?? 0) + (goneQuestions.rowCount ?? 0),
  };
}

type Told = Happening & { threadId: string; place: number };

function deriveAll(
  asked: readonly AskedRow[],
  happenings: readonly Told[],
  books: ReadonlyMap<string, Book>,
  at: Date,
): { facts: Facts; course: Course }[] {
  const own = grouped(happenings, ({ type, questionId }) => (isOfThread(type) ? null : questionId));
  const ofThread = grouped(happenings, ({ type, threadId }) => (isOfThread(type) ? threadId : null));
  return asked.flatMap((question) => {
    const told = inOrder(own.get(question.questionId) ?? [], ofThread.get(question.threadId) ?? []);
    if (!isTold(question.questionId, question.splitFromId, told)) return [];
    const course = courseOf(question.questionId, told);
    return [{ course, facts: factsOf(question, course, duesOf(question, course, books.get(question.accountId)), at) }];
  });
}

function isOfThread(type: string): boolean {
  return type === "reply.sent" || FAILURES.some((failure) => failure === type);
}

function grouped(happenings: readonly Told[], key: (happening: Told) => string | null): Map<string, Told[]> {
  const groups = new Map<string, Told[]>();
  for (const happening of happenings) {
    const group = key(happening);
    if (group === null) continue;
    const members = groups.get(group);
    if (members) members.push(happening);
    else groups.set(group, [happening]);
  }
  return groups;
}

function inOrder<One extends { place: number }>(one: readonly One[], other: readonly One[]): One[] {
  return [...one, ...other].sort((left, right) => left.place - right.place);
}

/** Column by column: of the many that a rebuild makes, a copy with the rest of each row takes several times as long. */
function asHappening(row: HappeningRow, place: number): Told {
  const { at, type, questionId, threadId, officerId, facts, messageSeq, messageAt, queuedAt, promisedAt, through, standing } = row;
  return {
    place,
    at,
    type,
    questionId,
    threadId,
    officerId,
    facts,
    message: messageSeq !== null && messageAt ? { seq: Number(messageSeq), at: messageAt } : null,
    reply: queuedAt ? { queuedAt, promisedAt, through: Number(through ?? 0), standing: standing === true } : null,
  };
}
