import { v7 as uuid } from "uuid";
import { db, type Tx } from "@/lib/db";
import { record } from "@/lib/events/record";
import { unseal } from "@/lib/sealing";
import { now } from "@/lib/time/clock";
import { after, SECOND } from "@/lib/time/rules";
import { Prisma } from "@/prisma/generated/client";
import { MOST_AT_ONCE, NOTICE_LEASE_SECONDS, TRIAL } from "./rules";

export type ClaimedNotice = {
  id: string;
  claimId: string;
  subscriberId: string;
  accountId: string;
  address: string;
  /** The one that holds, and for a day the one before. */
  secrets: string[];
  attempts: number;
  firstTriedAt: Date;
  isTrial: boolean;
  /** What is sent: always the same bytes for the same notice. */
  body: string;
};

/**
 * Takes one notice for this worker alone: the first of its thread that has not ended, so that a subscriber hears of a thread in order.
 * One whose worker fell silent is taken again, under the same id: a notice may rather come twice than never.
 * @returns null when nothing is due
 */
export async function claimNotice(at = now()): Promise<ClaimedNotice | null> {
  return db.$transaction(async (tx) => {
    const due = await nextDue(tx, at);
    if (!due) return null;
    const claimId = uuid();
    const leaseUntil = after(at, NOTICE_LEASE_SECONDS * SECOND);
    const known = await tx.notice.findUniqueOrThrow({ where: { id: due.id }, select: { firstTriedAt: true } });
    const firstTriedAt = known.firstTriedAt ?? at;
    const notice = await tx.notice.update({
      where: { id: due.id },
      data: { status: "sending", claimId, leaseUntil, firstTriedAt, attempts: { increment: 1 }, errorCode: null, errorDetail: null },
      include: { subscriber: { include: { account: { select: { slug: true } } } } },
    });
    const { subscriber, attempts, type } = notice;
    const { accountId, sealedSecret, sealedFormerSecret, formerSecretUntil } = subscriber;
    const former = sealedFormerSecret && formerSecretUntil && formerSecretUntil > at ? [unseal(sealedFormerSecret)] : [];
    await record(
      tx,
      { type: "notice.claimed", accountId, facts: { ...{ noticeId: due.id, claimId, attempts }, subscriberId: subscriber.id } },
      at,
    );
    const data = { account: subscriber.account.slug, ...(notice.facts as object) };
    return {
      ...{ id: due.id, claimId, subscriberId: subscriber.id, accountId, attempts, firstTriedAt },
      address: unseal(subscriber.sealedAddress),
      secrets: [unseal(sealedSecret), ...former],
      isTrial: type === TRIAL,
      body: JSON.stringify({ type, timestamp: notice.at, data }),
    };
  });
}

/** Of each subscriber that may be sent something now: what a worker fell silent over, then what is due. */
async function nextDue(tx: Tx, at: Date): Promise<{ id: string } | null> {
  const ready = await tx.$queryRaw<{ id: string }[]>`
    SELECT s.id FROM "Subscriber" s WHERE s."pausedAt" IS NULL AND s."nextAt" <= ${at}
      AND (SELECT count(*) FROM "Notice" u WHERE u."subscriberId" = s.id AND u.status = 'sending' AND u."leaseUntil" >= ${at})
        < CASE WHEN s.failures > 0 THEN 1 ELSE ${MOST_AT_ONCE}::int END
    ORDER BY s."nextAt", s.id`;
  for (const { id } of ready) {
    const due = (await firstOf(tx, id, SILENT, at)) ?? (await firstOf(tx, id, QUEUED, at));
    if (due) return due;
  }
  return null;
}

const SILENT = { status: Prisma.sql`'sending'`, since: Prisma.sql`n."leaseUntil"` };
const QUEUED = { status: Prisma.sql`'queued'`, since: Prisma.sql`n."sendAfter"` };

async function firstOf(tx: Tx, subscriberId: string, { status, since }: typeof QUEUED, at: Date): Promise<{ id: string } | undefined> {
  const [first] = await tx.$queryRaw<{ id: string }[]>`
    SELECT n.id FROM "Notice" n WHERE n."subscriberId" = ${subscriberId}::uuid AND n.status = ${status} AND ${since} <= ${at}
      AND NOT EXISTS (SELECT 1 FROM "Notice" e WHERE e."subscriberId" = n."subscriberId" AND e."threadId" = n."threadId"
        AND e.seq < n.seq AND e.status IN ('queued', 'sending'))
    ORDER BY ${since}, n.seq LIMIT 1 FOR NO KEY UPDATE SKIP LOCKED`;
  return first;
}
