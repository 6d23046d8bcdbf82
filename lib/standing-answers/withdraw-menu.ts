import { db } from "@/lib/db";
import { record } from "@/lib/events/record";
import type { ActingOfficer } from "@/lib/officers/scope";
import { Refusal } from "@/lib/refusal";
import { now } from "@/lib/time/clock";
import { Prisma } from "@/prisma/generated/client";
import type { OnMenu } from "./inputs";

/**
 * 撤下菜单: has the account's menu taken out of WeChat; its answers are found by typing from then on.
 * @throws Refusal accountNotFound, customMenuNotPushed when the desk has put none there
 */
export async function withdrawMenu({ accountId }: OnMenu, officer: ActingOfficer, at = now()): Promise<void> {
  if (!officer.scope.accountIds.includes(accountId)) throw new Refusal("accountNotFound");
  await db.$transaction(async (tx) => {
    const { count } = await tx.customMenu.updateMany({
      where: { accountId, OR: [{ pushed: { not: Prisma.DbNull } }, { task: "push" }] },
      data: {
        ...{ task: "withdraw", wanted: Prisma.DbNull, askedAt: at, askedById: officer.id, nextAt: at, leaseToken: null },
        ...{ failure: null, errcode: null, failedAt: null, failedTask: null, failures: 0 },
      },
    });
    if (count === 0) throw new Refusal("customMenuNotPushed");
    await record(tx, { type: "customMenu.withdrawalAsked", accountId, officerId: officer.id }, at);
  });
}
