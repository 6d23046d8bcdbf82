import { v7 as uuid } from "uuid";
import { db, type Tx } from "@/lib/db";
import { removeSentDraft } from "@/lib/drafts/sending";
import { record } from "@/lib/events/record";
import type { ActingOfficer } from "@/lib/officers/scope";
import { isDanger } from "@/lib/questions/rules";
import { Refusal } from "@/lib/refusal";
import { replyWindow, windowRefusal } from "@/lib/residents/rules";
import { termsOf } from "@/lib/sla/queries";
import { UNDO_SECONDS } from "@/lib/sla/rules";
import { promiseLimit, promisesAllowed } from "@/lib/sla/terms";
import type { ReplyStatus } from "@/lib/threads/queries";
import { now } from "@/lib/time/clock";
import { areSamePictures } from "./pictures";
import { keepRequest, type Request } from "./requests";
import { MAX_PARTS, splitReply } from "./rules";
import type { QueueReply } from "./schema";
import { type Author, type GroupOrigin, writeReply } from "./writing";

export type QueuedReply = { id: string; status: ReplyStatus; threadVersion: number };
/** How the same reply is recognised when it is asked for again: by the id a browser made, or by a program's request; null is never recognised. */
export type Origin = { replyId: string } | { request: Request | null };

/**
 * Writes a reply down for the worker to send. Refused when the thread has moved on since the officer read it.
 * An officer's reply waits five seconds, so that it can be taken back; a program's goes at once.
 * @throws Refusal threadMoved, threadNotFound, replyEmpty, replyTooLong, windowClosed, windowSpent, promiseNotAllowed, pictureNotFound, idempotencyKeyReused
 */
export async function queueReply(
  input: QueueReply,
  officer: ActingOfficer,
  origin: Origin = { replyId: uuid() },
  at = now(),
): Promise<QueuedReply> {
  const parts = partsOf(input.text, input.pictures?.length);
  return db.$transaction(async (tx) => {
    const replyId = "replyId" in origin ? origin.replyId : uuid();
    const known = "replyId" in origin ? replyId : origin.request && (await keepRequest(tx, origin.request, replyId, at));
    const earlier = known && (await findQueued(tx, known, input, officer));
    if (earlier) return earlier;

    const thread = await takeThread(tx, input, officer);
    if (!thread) {
      // A twin of this very request may have taken the thread while we waited for it.
      const twin = "replyId" in origin && (await findQueued(tx, replyId, input, officer));
      if (twin) return twin;
      throw await movedOrMissing(tx, input, officer);
    }
    await queue(tx, { id: replyId, input, parts, thread, officer, at, undo: "replyId" in origin ? UNDO_SECONDS : 0 });
    await removeSentDraft(tx, { id: replyId, officerId: officer.id, threadId: thread.id });
    return { id: replyId, status: "queued", threadVersion: thread.version };
  });
}

/**
 * The same for one reply of a group answer, inside the verb that sends that. `input.threadVersion` null: whatever the resident has
 * said since, for a correction.
 * @param undo seconds in which it can be taken back
 * @throws Refusal as above; the transaction must then end with it
 */
export async function queueGroupReply(
  tx: Tx,
  reply: { id: string; input: Omit<QueueReply, "threadVersion"> & { threadVersion: number | null }; group: GroupOrigin; undo: number },
  officer: Author,
  at: Date,
): Promise<void> {
  const parts = partsOf(reply.input.text);
  const version = reply.input.threadVersion ?? (await versionOf(tx, reply.input.threadId));
  const input = { ...reply.input, threadVersion: version } as QueueReply;
  const thread = await takeThread(tx, input, officer);
  if (!thread) throw await movedOrMissing(tx, input, officer);
  await queue(tx, { id: reply.id, input, parts, thread, officer, at, undo: reply.undo, group: reply.group });
}

/** The text as WeChat messages, of which so many pictures follow. @throws Refusal replyEmpty, replyTooLong */
export function partsOf(text: string, pictures = 0): string[] {
  const parts = splitReply(text);
  if (parts.length === 0) throw new Refusal("replyEmpty");
  const count = parts.length + pictures;
  if (count > MAX_PARTS) throw new Refusal("replyTooLong", { parts: count, limit: MAX_PARTS });
  return parts;
}

async function queue(tx: Tx, reply: Parameters<typeof writeReply>[1] & { thread: { residentId: string } }): Promise<void> {
  const { id, input, parts, thread, officer, at } = reply;
  const count = parts.length + (input.pictures?.length ?? 0);
  await refuseUnsendable(tx, thread, count, at);
  if (input.kind === "interim") await refusePromise(tx, thread.id, input.promisedAt, at);
  await writeReply(tx, reply);
  await record(
    tx,
    {
      type: "reply.queued",
      accountId: thread.accountId,
      threadId: thread.id,
      replyId: id,
      officerId: officer.id,
      facts: { kind: input.kind, parts: count },
    },
    at,
  );
}

/** Holds the thread, so that nothing is said in it until the reply is written. */
async function versionOf(tx: Tx, threadId: string): Promise<number> {
  const [thread] = await tx.$queryRaw<{ version: number }[]>`SELECT version FROM "Thread" WHERE id = ${threadId}::uuid FOR NO KEY UPDATE`;
  return thread?.version ?? 0;
}

/** The reply that this id made before. @throws Refusal idempotencyKeyReused when it said something else */
async function findQueued(tx: Tx, id: string, input: QueueReply, officer: ActingOfficer): Promise<QueuedReply | null> {
  const reply = await tx.reply.findUnique({
    where: { id },
    include: { thread: true, messages: { orderBy: { seq: "asc" }, select: { media: { select: { id: true } } } } },
  });
  if (!reply) return null;
  const promisedAt = input.kind === "interim" ? input.promisedAt.getTime() : undefined;
  const same =
    reply.officerId === officer.id && reply.threadId === input.threadId && reply.kind === input.kind && reply.text === input.text.trim();
  const shown = reply.messages.flatMap(({ media }) => media?.id ?? []);
  const samePictures = await areSamePictures(tx, shown, input.pictures ?? []);
  if (!same || !samePictures || reply.promisedAt?.getTime() !== promisedAt) throw new Refusal("idempotencyKeyReused");
  return { id: reply.id, status: reply.status, threadVersion: reply.thread.version };
}

async function takeThread(tx: Tx, input: QueueReply, officer: Author) {
  const accountId = { in: [...officer.scope.accountIds] };
  const [thread] = await tx.thread.updateManyAndReturn({
    where: { id: input.threadId, accountId, version: input.threadVersion },
    data: { version: { increment: 1 } },
  });
  return thread ?? null;
}

async function movedOrMissing(tx: Tx, input: QueueReply, officer: Author): Promise<Refusal> {
  const where = { id: input.threadId, accountId: { in: [...officer.scope.accountIds] } };
  const moved = await tx.thread.findFirst({ where, select: { version: true } });
  return moved ? new Refusal("threadMoved", { version: moved.version }) : new Refusal("threadNotFound");
}

async function refuseUnsendable(tx: Tx, thread: { id: string; residentId: string }, parts: number, at: Date) {
  const resident = await tx.resident.findUniqueOrThrow({ where: { id: thread.residentId } });
  const waiting = await tx.reply.aggregate({
    where: { threadId: thread.id, status: "queued" },
    _sum: { partCount: true, partsSent: true },
  });
  const needed = parts + (waiting._sum.partCount ?? 0) - (waiting._sum.partsSent ?? 0);
  const refusal = windowRefusal(resident, at, needed);
  if (refusal) throw new Refusal(refusal, { needed, remaining: replyWindow(resident, at)?.remaining ?? 0 });
}

async function refusePromise(tx: Tx, threadId: string, promisedAt: Date, at: Date) {
  const question = await tx.question.findFirst({ where: { threadId, answeredAt: null, closedAt: null }, orderBy: { openedAt: "asc" } });
  if (!question) throw new Refusal("promiseNotAllowed");
  const terms = await termsOf(tx, question.accountId, at);
  const asked = { at, kind: question.kind, urgent: isDanger(question) };
  const isSpent = question.promiseCount >= promisesAllowed(terms, asked);
  if (isSpent || promisedAt <= at || promisedAt > promiseLimit(terms, asked)) throw new Refusal("promiseNotAllowed");
}
