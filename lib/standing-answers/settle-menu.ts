import { db } from "@/lib/db";
import { record } from "@/lib/events/record";
import { now } from "@/lib/time/clock";
import { Prisma } from "@/prisma/generated/client";
import type { ClaimedMenu } from "./claim-menu";

/**
 * WeChat has taken the menu, or has taken it away: that is what ought to be there from now on, and somebody looks at once whether it is.
 * @returns false when an officer has asked for something else meanwhile, or the lease has gone to another worker
 */
export async function settleMenu({ accountId, leaseToken, todo }: ClaimedMenu, at = now()): Promise<boolean> {
  return db.$transaction(async (tx) => {
    const before = await tx.customMenu.findFirst({ where: { accountId, leaseToken }, select: { askedById: true } });
    if (!before) return false;
    const pushed =
      todo.kind === "push"
        ? { pushed: todo.menu, pushedAt: at, pushedById: before.askedById }
        : { pushed: Prisma.DbNull, pushedAt: null, pushedById: null };
    const { count } = await tx.customMenu.updateMany({
      where: { accountId, leaseToken },
      data: {
        ...{ ...pushed, task: null, wanted: Prisma.DbNull, found: Prisma.DbNull, lookedAt: null, driftedSince: null },
        ...{ failure: null, errcode: null, failedAt: null, failedTask: null, failures: 0 },
        ...{ nextAt: at, leaseToken: null, leasedUntil: null },
      },
    });
    if (count === 0) return false;
    await record(tx, { type: "customMenu.settled", accountId, facts: { task: todo.kind } }, at);
    return true;
  });
}
