import { db } from "@/lib/db";
import type { Scope } from "@/lib/officers/scope";
import type { Prisma } from "@/prisma/generated/client";

export type TopicChoice = { id: string; name: string };
export type AccountTopics = { accountId: string; topics: TopicChoice[] };
export type TopicRow = TopicChoice & { accountId: string; questions: number };

/** 主题: those in use, in the order in which they were added, of every account of a scope, or of the named ones in it. */
export async function accountTopics(scope: Scope, named: readonly string[] = scope.accountIds): Promise<AccountTopics[]> {
  const accountIds = scope.accountIds.filter((id) => named.includes(id));
  if (accountIds.length === 0) return [];
  const found = await db.topic.findMany({ where: inUse(accountIds), orderBy: AS_ADDED, select: CHOICE });
  const topicsOf = (account: string) => found.flatMap(({ accountId, ...topic }) => (accountId === account ? [topic] : []));
  return accountIds.map((accountId) => ({ accountId, topics: topicsOf(accountId) }));
}

/** The same one by one, with how many questions each has: for a page of its own, because it reads every question. */
export async function listTopics(scope: Scope): Promise<TopicRow[]> {
  const select = { ...CHOICE, _count: { select: { questions: true } } };
  const topics = await db.topic.findMany({ where: inUse(scope.accountIds), orderBy: AS_ADDED, select });
  return topics.map(({ _count, ...topic }) => ({ ...topic, questions: _count.questions }));
}

const CHOICE = { id: true, accountId: true, name: true } as const;
const AS_ADDED = [{ createdAt: "asc" }, { id: "asc" }] satisfies Prisma.TopicOrderByWithRelationInput[];
const inUse = (accountIds: readonly string[]) => ({ accountId: { in: [...accountIds] }, archivedAt: null });
