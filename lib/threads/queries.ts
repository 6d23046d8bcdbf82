import { db } from "@/lib/db";
import type { MediaState } from "@/lib/messages/rules";
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
  /** Its file, for a picture, a voice message or a video. */
  media: MessageMedia | null;
};

/** What is known of a message's file; its bytes are asked for by its id. `milliseconds`: how long it plays. */
export type MessageMedia = {
  id: string;
  state: MediaState;
  /** Why it is not there. */
  failure: string | null;
  contentType: string | null;
  bytes: number | null;
  width: number | null;
  height: number | null;
  milliseconds: number | null;
  hasThumbnail: boolean;
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

/** What is read with a message for its bubble. */
export const withReply = {
  reply: { include: { officer: { select: { id: true, name: true } } } },
  media: true,
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
    include: withReply,
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

type MessageRow = Prisma.MessageGetPayload<{ include: typeof withReply }>;

/** A message as its bubble shows it. */
export function asMessage(row: MessageRow): ThreadMessage {
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
    media: row.media && mediaOf(row.media),
  };
}

function mediaOf({
  id,
  state,
  failure,
  contentType,
  bytes,
  width,
  height,
  milliseconds,
  thumbnailKey,
}: NonNullable<MessageRow["media"]>): MessageMedia {
  return { id, state, failure, contentType, bytes, width, height, milliseconds, hasThumbnail: thumbnailKey !== null };
}
