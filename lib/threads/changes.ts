import { db } from "@/lib/db";
import type { Scope } from "@/lib/officers/scope";
import { shownWindow } from "@/lib/residents/rules";
import { now } from "@/lib/time/clock";
import { asMessage, type ThreadMessage, type ThreadResident, type ThreadView, withReply } from "./queries";

/** What can change about a thread besides its messages. */
export type ThreadHead = Pick<ThreadView, "id" | "accountId" | "version"> &
  Pick<ThreadResident, "remark" | "tags" | "followedAt" | "unfollowedAt" | "window">;

/** The heads of threads that changed, for the feed. */
export async function threadHeads(scope: Scope, ids: readonly string[]): Promise<ThreadHead[]> {
  if (ids.length === 0) return [];
  const threads = await db.thread.findMany({
    where: { id: { in: [...ids] }, accountId: { in: [...scope.accountIds] } },
    include: { resident: true },
  });
  return threads.map(({ id, accountId, version, resident }) => {
    const { remark, tags, followedAt, unfollowedAt } = resident;
    return { id, accountId, version, remark, tags, followedAt, unfollowedAt, window: shownWindow(resident, now()) };
  });
}

/** Bubbles that are new, whose reply changed, or that another question has by now, for the feed. */
export async function changedMessages(
  scope: Scope,
  changed: {
    messageIds: readonly string[];
    replyIds: readonly string[];
    reopenedThreadIds: readonly string[];
    splitOffIds: readonly string[];
  },
): Promise<(ThreadMessage & { accountId: string })[]> {
  if (changed.messageIds.length + changed.replyIds.length + changed.splitOffIds.length === 0) return [];
  const moved = { threadId: { in: [...changed.reopenedThreadIds] }, question: { collecting: true } };
  const found = await db.message.findMany({
    where: {
      accountId: { in: [...scope.accountIds] },
      OR: [
        { id: { in: [...changed.messageIds] } },
        { replyId: { in: [...changed.replyIds] } },
        { questionId: { in: [...changed.splitOffIds] } },
        moved,
      ],
    },
    include: withReply,
    orderBy: { seq: "asc" },
  });
  return found.map((row) => ({ ...asMessage(row), accountId: row.accountId }));
}
