import { db } from "@/lib/db";
import type { Scope } from "@/lib/officers/scope";
import { asMessage, type ThreadMessage, withReply } from "./queries";

/** Messages that follow each other somewhere in a thread, in the order they arrived. */
export type ThreadPassage = { messages: ThreadMessage[]; hasEarlier: boolean; hasLater: boolean };

/** The messages around an instant, or around the one with this seq, half of them from before it; none outside the scope. */
export async function threadPassage(
  scope: Scope,
  threadId: string,
  around: { at: Date } | { seq: bigint },
  limit = 60,
): Promise<ThreadPassage> {
  const within = { threadId, accountId: { in: [...scope.accountIds] } };
  const half = Math.ceil(limit / 2);
  const first =
    "seq" in around
      ? around
      : await db.message.findFirst({ where: { ...within, at: { gte: around.at } }, orderBy: { seq: "asc" }, select: { seq: true } });
  const earlierThan = first ? { seq: { lt: first.seq } } : {};
  const [earlier, later] = await Promise.all([
    db.message.findMany({ where: { ...within, ...earlierThan }, include: withReply, orderBy: { seq: "desc" }, take: half + 1 }),
    first
      ? db.message.findMany({ where: { ...within, seq: { gte: first.seq } }, include: withReply, orderBy: { seq: "asc" }, take: half + 1 })
      : [],
  ]);
  return {
    messages: [...earlier.slice(0, half).reverse(), ...later.slice(0, half)].map(asMessage),
    hasEarlier: earlier.length > half,
    hasLater: later.length > half,
  };
}
