import { db } from "@/lib/db";
import { Prisma } from "@/prisma/generated/client";
import { GROUPED_LENGTH } from "./rules";

/** A question as the machine groups it: what the resident said, a piece a message, the newest words last. */
export type GroupedQuestion = {
  id: string;
  threadId: string;
  openedAt: Date;
  endedAt: Date | null;
  answeredAt: Date | null;
  clusterId: string | null;
  followsId: string | null;
  /** When it was last grouped; null: it waits for that. */
  groupedAt: Date | null;
  /** An officer put it where it is. */
  placedByOfficer: boolean;
  said: string[];
};

/** Messages of one question that are read: what somebody says in the tenth one changes its matter rarely. */
const MESSAGES_READ = 10;
/** Members of a cluster that tell what it is about. */
const MEMBERS_READ = 20;

/** Open questions of an account that wait to be grouped, the longest waiting first. */
export async function ungroupedQuestions(accountId: string, limit: number, without: readonly string[] = []): Promise<GroupedQuestion[]> {
  return read(
    Prisma.sql`q."accountId" = ${accountId}::uuid AND q."groupedAt" IS NULL AND q."endedAt" IS NULL AND q.id <> ALL(${[...without]}::uuid[])`,
    Prisma.sql`ORDER BY q.id LIMIT ${limit}`,
  );
}

/** What a worker that starts has to know: every grouped question that is open, or was answered since. In the order of their coming. */
export async function groupedIds(accountId: string, answeredSince: Date): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT q.id FROM "Question" q WHERE q."accountId" = ${accountId}::uuid AND ((q."endedAt" IS NULL AND q."groupedAt" IS NOT NULL)
      OR (q."endedAt" >= ${answeredSince} AND q."answeredAt" IS NOT NULL)) ORDER BY q.id`;
  return rows.map(({ id }) => id);
}

/** The newest answered questions of an account, whose answers can be suggested. The oldest first. */
export async function answeredIds(accountId: string, most: number): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT q.id FROM "Question" q WHERE q."accountId" = ${accountId}::uuid AND q."endedAt" IS NOT NULL AND q."answeredAt" IS NOT NULL
      AND q."selfServedAt" IS NULL ORDER BY q."endedAt" DESC LIMIT ${most}`;
  return rows.map(({ id }) => id).reverse();
}

/** Questions in the order in which they are named. */
export async function questionsNamed(accountId: string, ids: readonly string[]): Promise<GroupedQuestion[]> {
  const found = await read(Prisma.sql`q."accountId" = ${accountId}::uuid AND q.id = ANY(${[...ids]}::uuid[])`, Prisma.empty);
  const known = new Map(found.map((question) => [question.id, question]));
  return ids.flatMap((id) => known.get(id) ?? []);
}

/** Questions as they stand now: the named ones, all of the named threads, and all of the named clusters. */
export async function questionsNow(
  accountId: string,
  touched: { ids: readonly string[]; threadIds: readonly string[]; clusterIds: readonly string[] },
): Promise<GroupedQuestion[]> {
  const { ids, threadIds, clusterIds } = touched;
  if (ids.length + threadIds.length + clusterIds.length === 0) return [];
  return read(
    Prisma.sql`q."accountId" = ${accountId}::uuid AND (q.id = ANY(${[...ids]}::uuid[]) OR q."threadId" = ANY(${[...threadIds]}::uuid[])
      OR q."clusterId" = ANY(${[...clusterIds]}::uuid[]))`,
    Prisma.sql`ORDER BY q.id`,
  );
}

/** Questions that were taught about, and the first of each named cluster, the oldest first. */
export async function taughtQuestions(
  accountId: string,
  ids: readonly string[],
  clusterIds: readonly string[],
): Promise<GroupedQuestion[]> {
  return read(
    Prisma.sql`q."accountId" = ${accountId}::uuid AND (q.id = ANY(${[...ids]}::uuid[]) OR q.id IN (
      SELECT member.id FROM unnest(${[...clusterIds]}::uuid[]) c(id) CROSS JOIN LATERAL (
        SELECT m.id FROM "Question" m WHERE m."clusterId" = c.id ORDER BY m.id LIMIT ${MEMBERS_READ}::int) member))`,
    Prisma.sql`ORDER BY q.id`,
  );
}

/** Open grouped questions whose resident has said more since: what a worker missed while nobody grouped. */
export async function questionsWithNews(accountId: string): Promise<GroupedQuestion[]> {
  return read(
    Prisma.sql`q."accountId" = ${accountId}::uuid AND q."endedAt" IS NULL AND q."groupedAt" IS NOT NULL AND EXISTS (
      SELECT 1 FROM "Message" m WHERE m."questionId" = q.id AND m.direction = 'inbound' AND m.nature = 'content' AND m."receivedAt" > q."groupedAt")`,
    Prisma.sql`ORDER BY q.id`,
  );
}

/** Groups that officers took a question out of: it never goes back there by itself. */
export async function keptApart(accountId: string): Promise<{ questionId: string; clusterId: string }[]> {
  return db.$queryRaw<{ questionId: string; clusterId: string }[]>`
    SELECT DISTINCT l."oneId" AS "questionId", o."clusterId" FROM "ClusterLesson" l
      JOIN "Question" q ON q.id = l."oneId" AND q."endedAt" IS NULL
      JOIN "Question" o ON o.id = l."otherId" AND o."clusterId" IS NOT NULL AND o."clusterId" IS DISTINCT FROM q."clusterId"
    WHERE l."accountId" = ${accountId}::uuid AND NOT l.same AND l."undoneAt" IS NULL`;
}

/** Clusters without a title, and those that officers changed since an instant: what a worker that starts may have missed. */
export async function clustersToTitle(accountId: string, since: Date): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT c.id FROM "Cluster" c WHERE c."accountId" = ${accountId}::uuid AND c."mergedIntoId" IS NULL AND c."namedById" IS NULL AND (
      (c.place = '' AND c.matter = '' AND EXISTS (SELECT 1 FROM "Question" q WHERE q."clusterId" = c.id AND q."endedAt" IS NULL OFFSET 1))
      OR c.id IN (SELECT stood.value::uuid FROM "ClusterChange" h JOIN "Cluster" o ON o.id = h."clusterId" AND o."accountId" = ${accountId}::uuid
        CROSS JOIN LATERAL jsonb_each(h.before) moved(question, stands) CROSS JOIN LATERAL jsonb_each_text(stands) stood
        WHERE GREATEST(h.at, h."undoneAt") >= ${since} AND stood.value IS NOT NULL))
    ORDER BY c.id`;
  return rows.map(({ id }) => id);
}

async function read(where: Prisma.Sql, rest: Prisma.Sql): Promise<GroupedQuestion[]> {
  return db.$queryRaw<GroupedQuestion[]>`
    SELECT q.id, q."threadId", q."openedAt", q."endedAt", q."answeredAt", q."clusterId", q."followsId", q."groupedAt",
      q."joinedById" IS NOT NULL AS "placedByOfficer", COALESCE(said.texts, ARRAY[]::text[]) AS said
    FROM "Question" q LEFT JOIN LATERAL (
      SELECT array_agg(left(m.text, ${GROUPED_LENGTH}::int) ORDER BY m.seq) AS texts FROM (
        SELECT m.text, m.seq FROM "Message" m
        WHERE m."questionId" = q.id AND m.direction = 'inbound' AND m.nature = 'content' AND m.text <> ''
          -- Two who ask for a person by 0 do not ask the same.
          AND m.facts #>> '{standing,means}' IS DISTINCT FROM 'person' ORDER BY m.seq LIMIT ${MESSAGES_READ}::int
      ) m
    ) said ON true
    WHERE ${where} ${rest}`;
}
