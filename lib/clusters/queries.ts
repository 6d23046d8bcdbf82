import { db } from "@/lib/db";
import type { Scope } from "@/lib/officers/scope";
import { clusterRows, type QuestionRow } from "@/lib/questions/queries";
import { now } from "@/lib/time/clock";
import { Prisma } from "@/prisma/generated/client";
import type { Reasons } from "./rules";

/** What the queue's row of a cluster shows: counted over its open questions, people by resident. */
export type ClusterSummary = {
  id: string;
  accountId: string;
  place: string;
  matter: string;
  version: number;
  mergedIntoId: string | null;
  questions: number;
  people: number;
  /** People that WeChat lets us write to now. */
  reachable: number;
  /** Questions whose place in it is doubtful. */
  doubtful: number;
  dangers: number;
  earliestAt: Date | null;
  owedAt: Date | null;
  /** How many have ever joined it; an officer who has looked at `arrivals` of them has this many less to see. */
  arrivals: number;
};

/** One open question of a cluster, as the officer checks it. `said`: the resident's words, a piece a message. */
export type ClusterMember = QuestionRow & {
  said: string[];
  reasons: Reasons | null;
  joinedAt: Date | null;
  placedByOfficer: boolean;
};

/** A cluster with its open questions, most urgent first. `looked`: the arrivals at the officer's last look. */
export type ClusterView = { summary: ClusterSummary; members: ClusterMember[]; looked: number };

/** The rows of clusters, for the queue and the feed; those outside the scope are left out. */
export async function clusterSummaries(scope: Scope, ids: readonly string[], at = now()): Promise<ClusterSummary[]> {
  if (ids.length === 0) return [];
  return db.$queryRaw<ClusterSummary[]>(Prisma.sql`
    SELECT c.id, c."accountId", c.place, c.matter, c.version, c."mergedIntoId", c.arrivals, counted.*
    FROM "Cluster" c CROSS JOIN LATERAL (
      SELECT count(*)::int AS questions, count(DISTINCT q."threadId")::int AS people,
        count(DISTINCT q."threadId") FILTER (WHERE r."unfollowedAt" IS NULL AND (
          (r."messageWindowClosesAt" > ${at} AND r."messageWindowRemaining" > 0) OR (r."eventWindowClosesAt" > ${at} AND r."eventWindowRemaining" > 0)))::int AS reachable,
        count(*) FILTER (WHERE q.confidence = 'doubtful')::int AS doubtful, count(*) FILTER (WHERE q.calm = 0)::int AS dangers,
        min(q."openedAt") AS "earliestAt", min(q."owedAt") AS "owedAt"
      FROM "Question" q JOIN "Thread" t ON t.id = q."threadId" JOIN "Resident" r ON r.id = t."residentId"
      WHERE q."clusterId" = c.id AND q."endedAt" IS NULL
    ) counted
    WHERE c.id IN (${Prisma.join([...new Set(ids)].map((id) => Prisma.sql`${id}::uuid`))}) AND c."accountId" = ANY(${[...scope.accountIds]}::uuid[])
    ORDER BY c.id`);
}

/** A cluster as its officer works on it, or null outside the scope. */
export async function clusterView(scope: Scope, clusterId: string, officerId: string): Promise<ClusterView | null> {
  const [summary] = await clusterSummaries(scope, [clusterId]);
  if (!summary) return null;
  const [rows, look] = await Promise.all([
    clusterRows(scope, clusterId),
    db.clusterLook.findUnique({ where: { officerId_clusterId: { officerId, clusterId } } }),
  ]);
  return { summary, members: await withReasons(clusterId, rows), looked: look?.arrivals ?? 0 };
}

/** Which clusters an officer has looked at, and how far they had come: for the queue's "+6". */
export async function looksOf(officerId: string, clusterIds: readonly string[]): Promise<Record<string, number>> {
  const looks = await db.clusterLook.findMany({ where: { officerId, clusterId: { in: [...clusterIds] } } });
  return Object.fromEntries(looks.map(({ clusterId, arrivals }) => [clusterId, arrivals]));
}

async function withReasons(clusterId: string, rows: QuestionRow[]): Promise<ClusterMember[]> {
  const found = await db.question.findMany({
    where: { clusterId, answeredAt: null, closedAt: null },
    select: {
      id: true,
      reasons: true,
      joinedAt: true,
      joinedById: true,
      messages: { where: { direction: "inbound", nature: "content" }, orderBy: { seq: "asc" }, select: { text: true, kind: true } },
    },
  });
  const known = new Map(found.map((question) => [question.id, question]));
  return rows.map((row) => {
    const question = known.get(row.id);
    return {
      ...row,
      said: (question?.messages ?? []).flatMap(({ text }) => (text === "" ? [] : [text])),
      reasons: (question?.reasons ?? null) as Reasons | null,
      joinedAt: question?.joinedAt ?? null,
      placedByOfficer: question?.joinedById != null,
    };
  });
}
