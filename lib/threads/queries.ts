import { db } from "@/lib/db";
import type { Scope } from "@/lib/officers/scope";
import { markOf, shownWindow } from "@/lib/residents/rules";
import { now } from "@/lib/time/clock";
import type { Prisma } from "@/prisma/generated/client";

/** One bubble: what a resident wrote, what we answered by itself beneath it, or one message of a reply. */
export type ThreadMessage = {
  id: string;
  threadId: string;
  /** Order of arrival; a decimal string, because it is a 64-bit number. */
  seq: string;
  questionId: string | null;
  direction: "inbound" | "outbound";
  kind: string;
  nature: string;
  text: string;
  facts: Record<string, unknown> | null;
  at: Date;
  passiveReply: string | null;
  reply: ReplyState | null;
};

export type ReplyStatus = "queued" | "sending" | "sent" | "failed" | "unknown" | "withdrawn";

export type ReplyState = {
  id: string;
  kind: "answer" | "ask" | "interim";
  status: ReplyStatus;
  officer: { id: string; name: string };
  sendAfterAt: Date;
  sentAt: Date | null;
  promisedUnit: string | null;
  promisedAt: Date | null;
  partCount: number;
  partsSent: number;
  attempts: number;
  errorCode: string | null;
};

export type ThreadResident = {
  id: string;
  mark: string;
  remark: string | null;
  tags: string[];
  openid: string;
  firstSeenAt: Date;
  followedAt: Date | null;
  unfollowedAt: Date | null;
  window: { closesAt: Date | null; remaining: number };
};

export type ThreadView = {
  id: string;
  accountId: string;
  version: number;
  resident: ThreadResident;
  messages: ThreadMessage[];
  hasEarlier: boolean;
};

const shown = {
  reply: { include: { officer: { select: { id: true, name: true } } } },
} as const;

/** One thread with its newest messages in the order they arrived, or null outside the scope. `before`: a seq, for the page before it. */
export async function threadView(
  scope: Scope,
  threadId: string,
  page: { before?: bigint; limit?: number } = {},
): Promise<ThreadView | null> {
  const limit = page.limit ?? 100;
  const thread = await db.thread.findFirst({
    where: { id: threadId, accountId: { in: [...scope.accountIds] } },
    include: { resident: true },
  });
  if (!thread) return null;
  const found = await db.message.findMany({
    where: { threadId, ...(page.before === undefined ? {} : { seq: { lt: page.before } }) },
    include: shown,
    orderBy: { seq: "desc" },
    take: limit + 1,
  });
  const { resident } = thread;
  return {
    id: thread.id,
    accountId: thread.accountId,
    version: thread.version,
    resident: {
      id: resident.id,
      mark: markOf(resident.id),
      remark: resident.remark,
      tags: resident.tags,
      openid: resident.openid,
      firstSeenAt: resident.firstSeenAt,
      followedAt: resident.followedAt,
      unfollowedAt: resident.unfollowedAt,
      window: shownWindow(resident, now()),
    },
    messages: found.slice(0, limit).reverse().map(asMessage),
    hasEarlier: found.length > limit,
  };
}

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
    db.message.findMany({ where: { ...within, ...earlierThan }, include: shown, orderBy: { seq: "desc" }, take: half + 1 }),
    first
      ? db.message.findMany({ where: { ...within, seq: { gte: first.seq } }, include: shown, orderBy: { seq: "asc" }, take: half + 1 })
      : [],
  ]);
  return {
    messages: [...earlier.slice(0, half).reverse(), ...later.slice(0, half)].map(asMessage),
    hasEarlier: earlier.length > half,
    hasLater: later.length > half,
  };
}

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

/** Bubbles that are new or whose reply changed, for the feed. */
export async function changedMessages(
  scope: Scope,
  changed: { messageIds: readonly string[]; replyIds: readonly string[]; reopenedThreadIds: readonly string[] },
): Promise<(ThreadMessage & { accountId: string })[]> {
  if (changed.messageIds.length + changed.replyIds.length === 0) return [];
  const moved = { threadId: { in: [...changed.reopenedThreadIds] }, question: { collecting: true } };
  const found = await db.message.findMany({
    where: {
      accountId: { in: [...scope.accountIds] },
      OR: [{ id: { in: [...changed.messageIds] } }, { replyId: { in: [...changed.replyIds] } }, moved],
    },
    include: shown,
    orderBy: { seq: "asc" },
  });
  return found.map((row) => ({ ...asMessage(row), accountId: row.accountId }));
}

type MessageRow = Prisma.MessageGetPayload<{ include: typeof shown }>;

function asMessage(row: MessageRow): ThreadMessage {
  const { reply } = row;
  return {
    id: row.id,
    threadId: row.threadId,
    seq: String(row.seq),
    questionId: row.questionId,
    direction: row.direction,
    kind: row.kind,
    nature: row.nature,
    text: row.text,
    facts: row.facts as Record<string, unknown> | null,
    at: row.at,
    passiveReply: row.passiveReply,
    reply: reply && {
      id: reply.id,
      kind: reply.kind,
      status: reply.status,
      officer: reply.officer,
      sendAfterAt: reply.sendAfter,
      sentAt: reply.sentAt,
      promisedUnit: reply.promisedUnit,
      promisedAt: reply.promisedAt,
      partCount: reply.partCount,
      partsSent: reply.partsSent,
      attempts: reply.attempts,
      errorCode: reply.errorCode,
    },
  };
}
