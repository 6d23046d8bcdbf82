import { v7 as uuid } from "uuid";
import type { Tx } from "@/lib/db";
import type { ActingOfficer } from "@/lib/officers/scope";
import { Refusal } from "@/lib/refusal";
import { MOST_LESSONS } from "./rules";

/** What a cluster is about: words of place and matter, either may be empty. */
export type Title = { place: string; matter: string };
export type Member = {
  id: string;
  accountId: string;
  threadId: string;
  clusterId: string | null;
  joinedById: string | null;
  likeId: string | null;
  endedAt: Date | null;
};
export type LockedCluster = { id: string; accountId: string; version: number; mergedIntoId: string | null; place: string; matter: string };

/**
 * Whoever changes which questions of an account stand together waits here for whoever does so already: before any question, and
 * questions before clusters.
 */
export async function lockAccount(tx: Tx, accountId: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM "OfficialAccount" WHERE id = ${accountId}::uuid FOR NO KEY UPDATE`;
}

/** Holds questions of these accounts, always in one order and before any cluster, so that no two verbs wait for each other in a circle. */
export async function lockMembers(tx: Tx, accountIds: readonly string[], ids: readonly string[]): Promise<Map<string, Member>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.$queryRaw<Member[]>`
    SELECT id, "accountId", "threadId", "clusterId", "joinedById", "likeId", "endedAt" FROM "Question"
    WHERE id = ANY(${[...new Set(ids)]}::uuid[]) AND "accountId" = ANY(${[...accountIds]}::uuid[])
    ORDER BY id FOR NO KEY UPDATE`;
  return new Map(rows.map((row) => [row.id, row]));
}

/** Holds clusters in one order. Those that are not there are left out. */
export async function lockClusters(tx: Tx, ids: readonly string[]): Promise<Map<string, LockedCluster>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.$queryRaw<LockedCluster[]>`
    SELECT id, "accountId", version, "mergedIntoId", place, matter FROM "Cluster"
    WHERE id = ANY(${[...new Set(ids)]}::uuid[]) ORDER BY id FOR NO KEY UPDATE`;
  return new Map(rows.map((row) => [row.id, row]));
}

/** Where each question stood before and stands after an officer's change, so that it can be taken back. */
export type Moves = Record<string, { from: string | null; to: string }>;

/** A cluster that nothing but an officer's hand brought into being; what it is about is said when the machine next looks. */
export async function openCluster(tx: Tx, accountId: string, title: Title, at: Date): Promise<string> {
  return (await tx.cluster.create({ data: { id: uuid(), accountId, ...title, openedAt: at }, select: { id: true } })).id;
}

/** Puts questions that are held already into a cluster, by an officer's word; each cluster it touches gets a new version. */
export async function moveMembers(tx: Tx, members: readonly Member[], toId: string, officer: ActingOfficer, at: Date): Promise<Moves> {
  const moving = members.filter(({ clusterId }) => clusterId !== toId);
  const left = [...new Set(moving.flatMap(({ clusterId }) => clusterId ?? []))];
  const clusters = await lockClusters(tx, [toId, ...left]);
  if (clusters.get(toId)?.mergedIntoId !== null) throw new Refusal("clusterNotFound");
  await tx.question.updateMany({
    where: { id: { in: moving.map(({ id }) => id) } },
    data: { clusterId: toId, joinedAt: at, joinedById: officer.id, confidence: null, offeredId: null },
  });
  await tx.cluster.update({ where: { id: toId }, data: { version: { increment: 1 }, arrivals: { increment: moving.length } } });
  await tx.cluster.updateMany({ where: { id: { in: left } }, data: { version: { increment: 1 } } });
  return Object.fromEntries(moving.map(({ id, clusterId }) => [id, { from: clusterId, to: toId }]));
}

/** Keeps a change, so that it can be taken back, with what it teaches. */
export async function keepChange(
  tx: Tx,
  change: {
    accountId: string;
    clusterId: string;
    kind: "removed" | "moved" | "merged" | "taken";
    moves: Moves;
    lessons: readonly Lesson[];
  },
  officer: ActingOfficer,
  at: Date,
): Promise<string> {
  const { accountId, clusterId, kind, moves, lessons } = change;
  const { version } = await tx.cluster.findUniqueOrThrow({ where: { id: clusterId }, select: { version: true } });
  const { id: changeId } = await tx.clusterChange.create({ data: { clusterId, version, officerId: officer.id, kind, before: moves, at } });
  await tx.clusterLesson.createMany({
    data: lessons.slice(0, MOST_LESSONS).map((lesson) => ({ ...lesson, accountId, officerId: officer.id, changeId, at })),
  });
  return changeId;
}

/** Whether two questions ask the same, as an officer says. */
export type Lesson = { oneId: string; otherId: string; same: boolean };

/** For each question one of the cluster that it is held against: whom it is like if that is there, else its first. */
export async function lessonsAgainst(tx: Tx, members: readonly Member[], clusterId: string, same: boolean): Promise<Lesson[]> {
  const own = new Set(members.map(({ id }) => id));
  const others = await tx.question.findMany({
    where: { clusterId, id: { notIn: [...own] } },
    orderBy: { id: "asc" },
    select: { id: true },
    take: 500,
  });
  const known = new Set(others.map(({ id }) => id));
  return members.flatMap(({ id, likeId }) => {
    const otherId = likeId && known.has(likeId) ? likeId : others[0]?.id;
    return otherId ? [{ oneId: id, otherId, same }] : [];
  });
}
