import { db } from "@/lib/db";
import type { Scope } from "@/lib/officers/scope";
import { type SearchHit, search } from "./queries";
import type { FoundResident } from "./residents";

/** A reply of ours that has reached WeChat: its whole text, and where it was said. */
type SentAnswer = { replyId: string; messageId: string; accountId: string; threadId: string; text: string; officer: string; at: Date };
/** What some words lead to, the newest first in each: who is called so, where it was said, what was answered. */
export type Findings = { words: string[]; residents: FoundResident[]; threads: SearchHit[]; answers: SentAnswer[] };

/** So much is looked through for a few of each. */
const LOOKED_AT = 40;
const MOST_THREADS = 5;
const MOST_ANSWERS = 4;

/** A few of everything that some words lead to. Words of a single letter lead to nothing. */
export async function find(scope: Scope, q: string): Promise<Findings> {
  const { words, residents, hits } = await search(scope, { q }, LOOKED_AT);
  const known = new Set(residents.map(({ threadId }) => threadId));
  const threads = hits.filter(({ threadId }) => !known.has(threadId) && known.add(threadId)).slice(0, MOST_THREADS);
  return { words, residents, threads, answers: await sentAnswers(scope, hits) };
}

async function sentAnswers(scope: Scope, hits: readonly SearchHit[]): Promise<SentAnswer[]> {
  const ids = hits.filter(({ source }) => source === "reply").map(({ id }) => id);
  if (ids.length === 0) return [];
  const found = await db.message.findMany({
    where: { id: { in: ids }, accountId: { in: [...scope.accountIds] }, reply: { status: "sent" } },
    include: { reply: { include: { officer: { select: { name: true } } } } },
    orderBy: [{ at: "desc" }, { id: "desc" }],
  });
  const answers = found.flatMap(({ id, accountId, threadId, at, reply }) =>
    reply ? [{ replyId: reply.id, messageId: id, accountId, threadId, text: reply.text, officer: reply.officer.name, at }] : [],
  );
  const texts = new Set<string>();
  return answers.filter(({ text }) => !texts.has(text) && texts.add(text)).slice(0, MOST_ANSWERS);
}
