import { db } from "@/lib/db";
import { record } from "@/lib/events/record";
import type { ActingOfficer } from "@/lib/officers/scope";
import { Refusal } from "@/lib/refusal";
import { now } from "@/lib/time/clock";
import type { SetFeedHost } from "./feeds";
import { lockAnswers } from "./taking";

const MAX_HOSTS = 50;

/**
 * Lets sources of an account come from a host, or from it no more: what is fed from there is not fetched again.
 * @throws Refusal accountNotFound, tooMany
 */
export async function setFeedHost({ accountId, host, isAllowed }: SetFeedHost, officer: ActingOfficer, at = now()): Promise<void> {
  if (!officer.scope.accountIds.includes(accountId)) throw new Refusal("accountNotFound");
  await db.$transaction(async (tx) => {
    await lockAnswers(tx, accountId);
    const kept = await tx.standingFeedHost.findMany({ where: { accountId }, select: { host: true } });
    if (isAllowed === kept.some((one) => one.host === host)) return;
    if (isAllowed && kept.length >= MAX_HOSTS) throw new Refusal("tooMany", { most: MAX_HOSTS });
    if (isAllowed) await tx.standingFeedHost.create({ data: { accountId, host, addedAt: at, addedById: officer.id } });
    else await tx.standingFeedHost.delete({ where: { accountId_host: { accountId, host } } });
    // Headlines carry the addresses of allowed hosts.
    await tx.standingFeed.updateMany({ where: { standingAnswer: { accountId } }, data: { etag: null, lastModified: null } });
    await record(tx, { type: "standingAnswer.feedHostSet", accountId, officerId: officer.id, facts: { host, isAllowed } }, at);
  });
}
