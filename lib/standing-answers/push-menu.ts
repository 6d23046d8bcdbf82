import { db, type Tx } from "@/lib/db";
import { record } from "@/lib/events/record";
import type { ActingOfficer } from "@/lib/officers/scope";
import { Refusal } from "@/lib/refusal";
import { now } from "@/lib/time/clock";
import type { Prisma } from "@/prisma/generated/client";
import { buttonsOf, printOf } from "./buttons";
import type { PushMenu } from "./inputs";
import { menuOf } from "./menus";
import { lockAnswers } from "./taking";

/**
 * 推送菜单: has the menu that the officer saw put into WeChat. One that WeChat has taken before is put back as it was, whatever has become
 * of the answers: that is what repairs it.
 * @throws Refusal accountNotFound, customMenuChanged when it is not what would be pushed any more, customMenuFaulty
 */
export async function pushMenu({ accountId, print }: PushMenu, officer: ActingOfficer, at = now()): Promise<void> {
  if (!officer.scope.accountIds.includes(accountId)) throw new Refusal("accountNotFound");
  await db.$transaction(async (tx) => {
    await lockAnswers(tx, accountId);
    const kept = await tx.customMenu.findUnique({ where: { accountId }, select: { pushed: true } });
    const isRepair = kept?.pushed != null && printOf(kept.pushed) === print;
    const wanted = isRepair ? (kept.pushed as Prisma.InputJsonValue) : await checkedMenu(tx, accountId, print, at);
    // A worker that is at something else knows by its lease that it is out of date; the next waits until that has run out.
    const asked = { task: "push" as const, wanted, askedAt: at, askedById: officer.id, nextAt: at, leaseToken: null };
    const unfailed = { failure: null, errcode: null, failedAt: null, failedTask: null, failures: 0 };
    await tx.customMenu.upsert({ where: { accountId }, create: { accountId, ...asked }, update: { ...asked, ...unfailed } });
    const facts = { buttons: buttonsOf(wanted).length, isRepair };
    await record(tx, { type: "customMenu.pushAsked", accountId, officerId: officer.id, facts }, at);
  });
}

async function checkedMenu(tx: Tx, accountId: string, print: string, at: Date) {
  const { menu, findings } = await menuOf(tx, accountId, at);
  if (printOf(menu) !== print) throw new Refusal("customMenuChanged");
  if (findings.length > 0) throw new Refusal("customMenuFaulty", { count: findings.length });
  return menu;
}
