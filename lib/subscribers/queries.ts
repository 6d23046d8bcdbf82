import { db } from "@/lib/db";
import type { Scope } from "@/lib/officers/scope";
import { unseal } from "@/lib/sealing";
import { NOTICE_TYPES, type NoticeType } from "./rules";

type NoticeStatus = "queued" | "sending" | "taken" | "failed";
/** A subscriber without its secrets; of its address the host alone. */
export type SubscriberSummary = {
  id: string;
  accountId: string;
  accountName: string;
  name: string;
  host: string;
  types: NoticeType[];
  version: number;
  paused: boolean;
  /** What is on its way or waits. */
  waiting: number;
  lastOkAt: Date | null;
  lastFailedAt: Date | null;
  lastError: string | null;
  gaveUpAt: Date | null;
};
export type NoticeSummary = {
  id: string;
  subscriberName: string;
  /** Null: somebody tried the subscriber out. */
  type: NoticeType | null;
  status: NoticeStatus;
  at: Date;
  endedAt: Date | null;
  sendAfter: Date;
  attempts: number;
  errorCode: string | null;
  errorDetail: string | null;
};

/** The subscribers of a scope's accounts, by account and name. */
export async function listSubscribers(scope: Scope): Promise<SubscriberSummary[]> {
  const rows = await db.subscriber.findMany({
    where: { accountId: { in: [...scope.accountIds] } },
    include: {
      account: { select: { name: true } },
      _count: { select: { notices: { where: { status: { in: ["queued", "sending"] } } } } },
    },
    orderBy: [{ accountId: "asc" }, { name: "asc" }],
  });
  return rows.map((row) => ({
    ...{ id: row.id, accountId: row.accountId, accountName: row.account.name, name: row.name },
    host: new URL(unseal(row.sealedAddress)).host,
    types: NOTICE_TYPES.filter((type) => row.types.includes(type)),
    ...{ version: row.version, paused: row.pausedAt !== null, waiting: row._count.notices },
    ...{ lastOkAt: row.lastOkAt, lastFailedAt: row.lastFailedAt, lastError: row.lastError, gaveUpAt: row.gaveUpAt },
  }));
}

/** The latest notices of a scope's subscribers, the newest first. */
export async function listNotices(scope: Scope, limit: number): Promise<NoticeSummary[]> {
  const rows = await db.notice.findMany({
    where: { subscriber: { accountId: { in: [...scope.accountIds] } } },
    include: { subscriber: { select: { name: true } } },
    orderBy: { seq: "desc" },
    take: limit,
  });
  return rows.map(({ id, type, status, at, endedAt, sendAfter, attempts, errorCode, errorDetail, subscriber }) => ({
    ...{ id, status, at, endedAt, sendAfter, attempts, errorCode, errorDetail },
    subscriberName: subscriber.name,
    type: NOTICE_TYPES.find((one) => one === type) ?? null,
  }));
}
