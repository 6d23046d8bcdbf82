import { db } from "@/lib/db";
import { record } from "@/lib/events/record";
import { now } from "@/lib/time/clock";
import { after, HOUR } from "@/lib/time/rules";
import { Prisma } from "@/prisma/generated/client";
import type { ClaimedMenu } from "./claim-menu";
import { stateOf } from "./menus";

type Claim = Pick<ClaimedMenu, "accountId" | "leaseToken">;

/**
 * Keeps which menu an account has in WeChat, and since when it is another than the desk put there. As long as the desk has one there,
 * it looks again in an hour.
 * @param found as the adapter read it; null: none
 * @returns false when an officer has asked for something else meanwhile, or the lease has gone to another worker
 */
export async function storeMenu({ accountId, leaseToken }: Claim, found: object | null, at = now()): Promise<boolean> {
  return db.$transaction(async (tx) => {
    const before = await tx.customMenu.findFirst({ where: { accountId, leaseToken } });
    if (!before) return false;
    const state = stateOf(before.pushed, found);
    const driftedSince = before.pushed === null || state === "same" ? null : (before.driftedSince ?? at);
    // Why a menu was not taken stays to be read until somebody has pushed another.
    const unfailed = before.failedTask === null ? { failure: null, errcode: null, failedAt: null, failures: 0 } : {};
    const { count } = await tx.customMenu.updateMany({
      where: { accountId, leaseToken },
      data: {
        ...{ found: found ?? Prisma.DbNull, lookedAt: at, driftedSince, ...unfailed },
        ...{ nextAt: before.pushed === null ? null : after(at, HOUR), leaseToken: null, leasedUntil: null },
      },
    });
    if (count === 0) return false;
    await record(tx, { type: "customMenu.looked", accountId, facts: { state, isDrift: driftedSince !== null } }, at);
    return true;
  });
}
