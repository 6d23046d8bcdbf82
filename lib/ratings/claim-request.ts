import { v7 as uuid } from "uuid";
import { db, type Tx } from "@/lib/db";
import { record } from "@/lib/events/record";
import { hashSecret, newSecret } from "@/lib/officers/secrets";
import { isDanger } from "@/lib/questions/rules";
import { LEASE_SECONDS } from "@/lib/replies/rules";
import { spend } from "@/lib/replies/windows";
import { isDuty } from "@/lib/sla/calendar";
import { termsOf } from "@/lib/sla/queries";
import { now } from "@/lib/time/clock";
import { after, DAY, HOUR, MINUTE, SECOND } from "@/lib/time/rules";
import type { Prisma } from "@/prisma/generated/client";
import { ABUSE_DAYS, type DropReason, type Means, OPEN_DAYS, PAUSE_HOURS, WINDOW_NEEDED, whyNotAsk } from "./rules";

export type ClaimedRequest = {
  kind: "claimed";
  id: string;
  claimId: string;
  accountId: string;
  openid: string;
  means: Means;
  /** What the menu or the link stands under, as a person approved it. */
  askText: string;
  /** By which the menu's entries are told apart. */
  seq: bigint;
  /** The link's secret, known to nobody else; null for a menu. */
  token: string | null;
  attempts: number;
  queuedAt: Date;
};
/** Dropped for good, or put off. */
export type UnaskedRequest = { kind: "dropped" | "putOff"; id: string };

const PUT_OFF = { reply: MINUTE, duty: 10 * MINUTE };
const withAll = {
  question: true,
  thread: { include: { resident: { include: { account: { include: { satisfaction: true } } } } } },
} as const;
type Request = Prisma.RatingRequestGetPayload<{ include: typeof withAll }>;

/**
 * Takes the next request that is due for this worker alone, unless something stands against asking: then it is dropped, or put off
 * until duty begins or a reply is through. Spends WeChat's message window and starts a thirty-second lease.
 * @returns null when nothing is due
 */
export async function claimRequest(at = now()): Promise<ClaimedRequest | UnaskedRequest | null> {
  return db.$transaction(async (tx) => {
    const [due] = await tx.$queryRaw<{ id: string; threadId: string }[]>`
      SELECT id, "threadId" FROM "RatingRequest" WHERE status = 'queued' AND "sendAfter" <= ${at}
      ORDER BY "sendAfter", seq LIMIT 1 FOR UPDATE SKIP LOCKED`;
    if (!due) return null;
    // Intake takes this lock first, too: nothing is said between the looking and the asking, and two requests to one resident stand in line.
    await tx.$queryRaw`SELECT r.id FROM "Thread" t JOIN "Resident" r ON r.id = t."residentId" WHERE t.id = ${due.threadId}::uuid FOR NO KEY UPDATE OF r`;
    const request = await tx.ratingRequest.findUniqueOrThrow({ where: { id: due.id }, include: withAll });

    const reason = await reasonAgainst(tx, request, at);
    if (reason) return drop(tx, request, reason, at);
    const pause = await whatPuts(tx, request, at);
    if (pause !== null) {
      await tx.ratingRequest.update({ where: { id: request.id }, data: { sendAfter: after(at, pause) } });
      return { kind: "putOff", id: request.id };
    }
    return claim(tx, request, at);
  });
}

async function claim(tx: Tx, request: Request, at: Date): Promise<ClaimedRequest | UnaskedRequest> {
  const { resident } = request.thread;
  const { satisfaction } = resident.account;
  const openedAt = resident.messageWindowOpenedAt;
  const window = openedAt && { kind: "message" as const, openedAt };
  if (!satisfaction || !window || !(await spend(tx, resident.id, window.kind, 1, WINDOW_NEEDED)))
    return drop(tx, request, "windowKept", at);

  const claimId = uuid();
  const token = satisfaction.means === "page" ? newSecret() : null;
  const { attempts } = await tx.ratingRequest.update({
    where: { id: request.id },
    data: {
      status: "sending",
      claimId,
      claimedAt: at,
      leaseUntil: after(at, LEASE_SECONDS * SECOND),
      attempts: { increment: 1 },
      means: satisfaction.means,
      window: window.kind,
      windowOpenedAt: window.openedAt,
      tokenHash: token && hashSecret(token),
      expiresAt: after(at, OPEN_DAYS * DAY),
      errorCode: null,
      errorDetail: null,
    },
  });
  await record(tx, { ...about(request), type: "ratingRequest.claimed", facts: { requestId: request.id, attempts } }, at);
  return {
    kind: "claimed",
    id: request.id,
    claimId,
    accountId: request.accountId,
    openid: resident.openid,
    means: satisfaction.means,
    askText: satisfaction.askText,
    seq: request.seq,
    token,
    attempts,
    queuedAt: request.queuedAt,
  };
}

async function drop(tx: Tx, request: Request, reason: DropReason, at: Date): Promise<UnaskedRequest> {
  await tx.ratingRequest.update({ where: { id: request.id }, data: { status: "dropped", droppedAt: at, errorCode: reason } });
  await record(tx, { ...about(request), type: "ratingRequest.dropped", facts: { requestId: request.id, reason } }, at);
  return { kind: "dropped", id: request.id };
}

const about = ({ accountId, threadId, questionId }: Request) => ({ accountId, threadId, questionId });

async function reasonAgainst(tx: Tx, { id, threadId, question, queuedAt, thread }: Request, at: Date): Promise<DropReason | null> {
  const { resident } = thread;
  const saidSince = {
    threadId,
    direction: "inbound" as const,
    nature: { in: ["content" as const, "greeting" as const] },
    receivedAt: { gt: question.answeredAt ?? at },
  };
  const asked = { threadId, id: { not: id }, claimedAt: { gt: after(at, -PAUSE_HOURS * HOUR) }, status: { not: "failed" as const } };
  const written = await tx.message.count({ where: saidSince });
  const waiting = await tx.question.count({ where: { threadId, answeredAt: null, closedAt: null } });
  const abused = await tx.question.count({ where: { threadId, closeReason: "abuse", closedAt: { gt: after(at, -ABUSE_DAYS * DAY) } } });
  return whyNotAsk(
    {
      onSince: resident.account.satisfaction?.onSince ?? null,
      answeredAt: question.answeredAt,
      isSelfServed: question.selfServedAt !== null,
      isDanger: isDanger(question),
      hasAbused: abused > 0,
      hasWrittenSince: written > 0,
      isWaiting: waiting > 0,
      wasAskedLately: (await tx.ratingRequest.count({ where: asked })) > 0,
      followsUs: resident.unfollowedAt === null,
      windowClosesAt: resident.messageWindowClosesAt,
      windowRemaining: resident.messageWindowRemaining,
      dueAt: queuedAt,
    },
    at,
  );
}

/** For how long it has to wait, in milliseconds, or null. */
async function whatPuts(tx: Tx, { threadId, accountId }: Request, at: Date): Promise<number | null> {
  const underway = await tx.reply.count({ where: { threadId, status: { in: ["queued", "sending"] } } });
  if (underway > 0) return PUT_OFF.reply;
  return isDuty(await termsOf(tx, accountId, at), at) ? null : PUT_OFF.duty;
}
