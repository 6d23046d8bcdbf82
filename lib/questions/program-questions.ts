import { db } from "@/lib/db";
import type { Scope } from "@/lib/officers/scope";
import { Prisma } from "@/prisma/generated/client";
import { listQuestions, type QuestionRow, questionRows } from "./queries";
import { type QuestionStatus, statusOf } from "./rules";

/** A question as programs see it: with the resident's words in full and the openid, which officers never see. */
export type ProgramQuestion = {
  id: string;
  /** The account's slug. */
  account: string;
  threadId: string;
  threadVersion: number;
  residentId: string;
  openid: string;
  /** All words of the resident in this question, a line a message. */
  text: string;
  openedAt: Date;
  dueAt: Date;
  firstRepliedAt: Date | null;
  promisedAt: Date | null;
  answerDueAt: Date | null;
  status: QuestionStatus;
  /** Null as long as the question belongs to no group. */
  clusterId: string | null;
  /** Id of the officer or program that claimed it. */
  assignedTo: string | null;
  window: { closesAt: Date | null; remaining: number };
};

type Details = { id: string; account: string; threadVersion: number; openid: string; text: string | null };

/** A page of the scope's questions: most urgent first, or, of those that ended, what ended last first. */
export async function listProgramQuestions(
  scope: Scope,
  filter: { status?: QuestionStatus | undefined; clusterId?: string | undefined; cursor?: string | null; limit: number },
): Promise<{ items: ProgramQuestion[]; nextCursor: string | null }> {
  const { rows, nextCursor } = await listQuestions(scope, filter);
  return { items: await withDetails(rows), nextCursor };
}

/** One question, or null outside the scope. */
export async function programQuestion(scope: Scope, id: string): Promise<ProgramQuestion | null> {
  const [question] = await withDetails(await questionRows(scope, [id]));
  return question ?? null;
}

async function withDetails(rows: QuestionRow[]): Promise<ProgramQuestion[]> {
  if (rows.length === 0) return [];
  const found = await db.$queryRaw<Details[]>`
    SELECT q.id, a.slug AS account, t.version AS "threadVersion", r.openid, said.text
    FROM "Question" q
    JOIN "OfficialAccount" a ON a.id = q."accountId"
    JOIN "Thread" t ON t.id = q."threadId"
    JOIN "Resident" r ON r.id = t."residentId"
    LEFT JOIN LATERAL (
      SELECT string_agg(m.text, E'\n' ORDER BY m.seq) AS text FROM "Message" m
      WHERE m."questionId" = q.id AND m.direction = 'inbound' AND m.nature <> 'sticker' AND m.text <> ''
    ) said ON true
    WHERE q.id IN (${Prisma.join(rows.map(({ id }) => Prisma.sql`${id}::uuid`))})`;
  const details = new Map(found.map((detail) => [detail.id, detail]));
  return rows.flatMap((row) => {
    const detail = details.get(row.id);
    return detail ? [asProgramQuestion(row, detail)] : [];
  });
}

function asProgramQuestion(row: QuestionRow, detail: Details): ProgramQuestion {
  return {
    id: row.id,
    account: detail.account,
    threadId: row.threadId,
    threadVersion: detail.threadVersion,
    residentId: row.residentId,
    openid: detail.openid,
    text: detail.text ?? "",
    openedAt: row.openedAt,
    dueAt: row.dueAt,
    firstRepliedAt: row.firstRepliedAt,
    promisedAt: row.promisedAt,
    answerDueAt: row.answerDueAt,
    status: statusOf(row),
    clusterId: row.clusterId,
    assignedTo: row.assignedTo?.id ?? null,
    window: row.window,
  };
}
