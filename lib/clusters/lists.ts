import { db } from "@/lib/db";
import type { Scope } from "@/lib/officers/scope";
import { Prisma } from "@/prisma/generated/client";
import { type ClusterSummary, clusterSummaries } from "./queries";

export const CLUSTER_STATUSES = ["open", "answered"] as const;
export type ClusterStatus = (typeof CLUSTER_STATUSES)[number];

/** A cluster as programs see it. */
export type ProgramCluster = {
  id: string;
  /** The account's slug. */
  account: string;
  /** Place and matter, never a person. */
  title: string;
  version: number;
  /** Open questions. */
  size: number;
  questionIds: string[];
  /** When the first of them is owed something. */
  dueAt: Date | null;
};

/**
 * A page of clusters, the newest first. `open`: of several residents, some of whom still wait; who writes again about the own matter is no crowd; `answered`: what was answered together
 * and has nothing open any more.
 * @param page `cursor`: the last id of the page before
 */
export async function listClusters(
  scope: Scope,
  filter: { status?: ClusterStatus | undefined; words?: string | undefined },
  page: { cursor?: string | null; limit: number },
): Promise<{ clusters: ClusterSummary[]; nextCursor: string | null }> {
  const open = Prisma.sql`EXISTS (SELECT 1 FROM "Question" q WHERE q."clusterId" = c.id AND q."endedAt" IS NULL)`;
  const several = Prisma.sql`EXISTS (SELECT 1 FROM "Question" q WHERE q."clusterId" = c.id
    AND q."threadId" <> (SELECT f."threadId" FROM "Question" f WHERE f."clusterId" = c.id LIMIT 1))`;
  const answered = Prisma.sql`EXISTS (SELECT 1 FROM "GroupAnswer" g WHERE g."clusterId" = c.id AND g."withdrawnAt" IS NULL)`;
  const conditions = [
    Prisma.sql`c."accountId" = ANY(${[...scope.accountIds]}::uuid[]) AND c."mergedIntoId" IS NULL AND ${several}`,
    ...(page.cursor ? [Prisma.sql`c.id < ${page.cursor}::uuid`] : []),
    ...(filter.words ? [Prisma.sql`(c.place || c.matter) ILIKE ${`%${filter.words.replace(/[\\%_]/g, "\\$&")}%`}`] : []),
    filter.status === undefined
      ? Prisma.sql`(${open} OR ${answered})`
      : filter.status === "open"
        ? open
        : Prisma.sql`NOT ${open} AND ${answered}`,
  ];
  const found = await db.$queryRaw<{ id: string }[]>`
    SELECT c.id FROM "Cluster" c WHERE ${Prisma.join(conditions, " AND ")} ORDER BY c.id DESC LIMIT ${page.limit + 1}`;
  const ids = found.slice(0, page.limit).map(({ id }) => id);
  const byId = new Map((await clusterSummaries(scope, ids)).map((summary) => [summary.id, summary]));
  return { clusters: ids.flatMap((id) => byId.get(id) ?? []), nextCursor: found.length > page.limit ? (ids.at(-1) ?? null) : null };
}

/** The same for programs, with the ids of the open questions. */
export async function listProgramClusters(
  scope: Scope,
  filter: { status?: ClusterStatus | undefined },
  page: { cursor?: string | null; limit: number },
): Promise<{ items: ProgramCluster[]; nextCursor: string | null }> {
  const { clusters, nextCursor } = await listClusters(scope, filter, page);
  const [accounts, questions] = await Promise.all([
    db.officialAccount.findMany({ where: { id: { in: clusters.map(({ accountId }) => accountId) } }, select: { id: true, slug: true } }),
    db.question.findMany({
      where: { clusterId: { in: clusters.map(({ id }) => id) }, answeredAt: null, closedAt: null },
      orderBy: { id: "asc" },
      select: { id: true, clusterId: true },
    }),
  ]);
  const items = clusters.map(({ id, accountId, place, matter, version, questions: size, owedAt }) => ({
    id,
    account: accounts.find((account) => account.id === accountId)?.slug ?? "",
    title: [place, matter].filter((word) => word !== "").join(" · "),
    ...{ version, size, dueAt: owedAt },
    questionIds: questions.flatMap((question) => (question.clusterId === id ? [question.id] : [])),
  }));
  return { items, nextCursor };
}
