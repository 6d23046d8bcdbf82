import { db } from "@/lib/db";
import type { Scope } from "@/lib/officers/scope";

export type TopicRow = { id: string; accountId: string; name: string; questions: number };

/** 主题: those in use, by account, in the order in which they were added, and how many questions each has. */
export async function listTopics(scope: Scope): Promise<TopicRow[]> {
  const topics = await db.topic.findMany({
    where: { accountId: { in: [...scope.accountIds] }, archivedAt: null },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: { id: true, accountId: true, name: true, _count: { select: { questions: true } } },
  });
  return topics.map(({ _count, ...topic }) => ({ ...topic, questions: _count.questions }));
}
