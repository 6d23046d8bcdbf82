import { db } from "@/lib/db";
import type { Scope } from "@/lib/officers/scope";
import type { ReplyStatus } from "@/lib/threads/queries";

export type ReplySummary = {
  id: string;
  threadId: string;
  status: ReplyStatus;
  attempts: number;
  error: string | null;
};

/** One reply's state, or null outside the scope. */
export async function replySummary(scope: Scope, replyId: string): Promise<ReplySummary | null> {
  const reply = await db.reply.findFirst({ where: { id: replyId, accountId: { in: [...scope.accountIds] } } });
  return reply && { id: reply.id, threadId: reply.threadId, status: reply.status, attempts: reply.attempts, error: reply.errorCode };
}
