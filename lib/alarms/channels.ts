import { db } from "@/lib/db";
import { env } from "@/lib/env";
import type { Scope } from "@/lib/officers/scope";
import type { AlarmKind, Audience } from "./rules";
import type { ChannelKind } from "./schema";

type DeliveryStatus = "queued" | "sending" | "sent" | "failed" | "skipped";
/** A channel without its address and its secret: those are never shown again. */
export type ChannelSummary = {
  id: string;
  accountId: string;
  accountName: string;
  kind: ChannelKind;
  name: string;
  hasSecret: boolean;
  recipients: string[];
  audiences: Audience[];
  version: number;
  enabled: boolean;
  lastOkAt: Date | null;
  lastFailedAt: Date | null;
  lastError: string | null;
};
export type DeliverySummary = {
  id: string;
  channelId: string;
  channelName: string;
  status: DeliveryStatus;
  /** What it told of; null: somebody tried the channel out. */
  alarmKind: AlarmKind | null;
  queuedAt: Date;
  endedAt: Date | null;
  attempts: number;
  errorCode: string | null;
  errorDetail: string | null;
};

/** The channels of a scope's accounts, by account and name. */
export async function listChannels(scope: Scope): Promise<ChannelSummary[]> {
  const rows = await db.alarmChannel.findMany({
    where: { accountId: { in: [...scope.accountIds] } },
    include: { account: { select: { name: true } } },
    orderBy: [{ accountId: "asc" }, { name: "asc" }],
  });
  return rows.map((row) => ({
    id: row.id,
    accountId: row.accountId,
    accountName: row.account.name,
    kind: row.kind,
    name: row.name,
    hasSecret: row.sealedSecret !== null,
    recipients: row.recipients,
    audiences: row.audiences,
    version: row.version,
    enabled: row.disabledAt === null,
    lastOkAt: row.lastOkAt,
    lastFailedAt: row.lastFailedAt,
    lastError: row.lastError,
  }));
}

/** The latest deliveries of each channel of a scope, the newest first. */
export async function listDeliveries(scope: Scope, limit: number): Promise<DeliverySummary[]> {
  const rows = await db.alarmDelivery.findMany({
    where: { channel: { accountId: { in: [...scope.accountIds] } } },
    include: { channel: { select: { name: true } }, alarm: { select: { kind: true } } },
    orderBy: { id: "desc" },
    take: limit,
  });
  return rows.map(({ channel, alarm, id, channelId, status, queuedAt, endedAt, attempts, errorCode, errorDetail }) => ({
    ...{ id, channelId, channelName: channel.name, status, alarmKind: alarm?.kind ?? null },
    ...{ queuedAt, endedAt, attempts, errorCode, errorDetail },
  }));
}

/** Whether this deployment can send mail at all. */
export function mailIsSetUp(): boolean {
  return env.SMTP_URL !== undefined && env.MAIL_FROM !== undefined;
}
