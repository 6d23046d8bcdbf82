import { db } from "@/lib/db";
import { record } from "@/lib/events/record";
import { now } from "@/lib/time/clock";
import { after, HOUR, MINUTE, SECOND } from "@/lib/time/rules";
import { Prisma } from "@/prisma/generated/client";
import type { MenuFailureCode } from "./buttons";
import type { ClaimedMenu } from "./claim-menu";

const FIRST_PAUSE = 10 * SECOND;
const LONGEST_PAUSE = 15 * MINUTE;

/** `errcode`: as WeChat said it. `isFinal`: it would say the same again. */
type Failure = { code: MenuFailureCode; errcode: number | null; isFinal: boolean };

/**
 * Says why WeChat's menu was not changed or not read. What may pass by itself is tried again after a pause that grows; what will not
 * waits for an officer, and what was pushed before is still looked at every hour.
 * @returns false when an officer has asked for something else meanwhile, or the lease has gone to another worker
 */
export async function failMenu({ accountId, leaseToken, todo }: ClaimedMenu, failure: Failure, at = now()): Promise<boolean> {
  const { code, errcode, isFinal } = failure;
  const failedTask = todo.kind === "look" ? null : todo.kind;
  return db.$transaction(async (tx) => {
    const before = await tx.customMenu.findFirst({ where: { accountId, leaseToken } });
    if (!before) return false;
    const failures = before.failures + 1;
    const again = after(at, Math.min(LONGEST_PAUSE, 2 ** Math.min(failures - 1, 10) * FIRST_PAUSE));
    const given = isFinal
      ? { task: null, wanted: Prisma.DbNull, nextAt: before.pushed === null ? null : after(at, HOUR) }
      : { nextAt: again };
    // Why a menu was not taken stays to be read, whether it can be looked at or not.
    const isKept = failedTask === null && before.failedTask !== null;
    const failed = { failures, ...(isKept ? {} : { failure: code, errcode, failedAt: at, failedTask }) };
    const { count } = await tx.customMenu.updateMany({
      where: { accountId, leaseToken },
      data: { ...given, ...failed, leaseToken: null, leasedUntil: null },
    });
    if (count === 0) return false;
    const facts = { task: todo.kind, failure: code, errcode, failures };
    await record(tx, { type: "customMenu.failed", accountId, facts }, at);
    return true;
  });
}
