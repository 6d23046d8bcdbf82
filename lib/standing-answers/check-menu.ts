import { db } from "@/lib/db";
import { record } from "@/lib/events/record";
import type { ActingOfficer } from "@/lib/officers/scope";
import { Refusal } from "@/lib/refusal";
import { now } from "@/lib/time/clock";
import type { OnMenu } from "./inputs";

/**
 * 现在核对: has somebody look now at which menu the account has in WeChat, whether the desk has put one there or not.
 * @throws Refusal accountNotFound
 */
export async function checkMenu({ accountId }: OnMenu, officer: ActingOfficer, at = now()): Promise<void> {
  if (!officer.scope.accountIds.includes(accountId)) throw new Refusal("accountNotFound");
  await db.$transaction(async (tx) => {
    await tx.customMenu.upsert({ where: { accountId }, create: { accountId, nextAt: at }, update: { nextAt: at } });
    await record(tx, { type: "customMenu.lookAsked", accountId, officerId: officer.id }, at);
  });
}
