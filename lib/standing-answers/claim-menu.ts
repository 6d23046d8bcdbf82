import { v7 as uuid } from "uuid";
import { db } from "@/lib/db";
import { record } from "@/lib/events/record";
import { now } from "@/lib/time/clock";
import { after, SECOND } from "@/lib/time/rules";
import type { CustomMenu } from "./buttons";

/** Longer than the longest call with a fresh access token takes. */
const MENU_LEASE = 40 * SECOND;

/** A menu that this worker alone is at. */
export type ClaimedMenu = {
  accountId: string;
  leaseToken: string;
  todo: { kind: "push"; menu: CustomMenu } | { kind: "withdraw" } | { kind: "look" };
};

/**
 * Takes the menu that is due next, or whose worker has fallen silent: unlike a reply, a menu that was put there twice is the same menu,
 * so that nobody has to ask whether the first call had arrived.
 * @returns null when nothing is due
 */
export async function claimMenu(at = now()): Promise<ClaimedMenu | null> {
  return db.$transaction(async (tx) => {
    const [due] = await tx.$queryRaw<{ accountId: string }[]>`
      SELECT "accountId" FROM "CustomMenu" WHERE "nextAt" <= ${at} AND ("leasedUntil" IS NULL OR "leasedUntil" < ${at})
      ORDER BY "nextAt", "accountId" LIMIT 1 FOR UPDATE SKIP LOCKED`;
    if (!due) return null;
    const { accountId } = due;
    const leaseToken = uuid();
    const { task, wanted } = await tx.customMenu.update({
      where: { accountId },
      data: { leaseToken, leasedUntil: after(at, MENU_LEASE) },
      select: { task: true, wanted: true },
    });
    await record(tx, { type: "customMenu.claimed", accountId, facts: { task: task ?? "look" } }, at);
    // What a row keeps was made by buttons.ts.
    return { accountId, leaseToken, todo: task === "push" ? { kind: task, menu: wanted as CustomMenu } : { kind: task ?? "look" } };
  });
}
