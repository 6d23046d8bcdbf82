import { db } from "@/lib/db";
import { record } from "@/lib/events/record";
import type { ActingOfficer } from "@/lib/officers/scope";
import { Refusal } from "@/lib/refusal";
import { now } from "@/lib/time/clock";
import { changeableBy, visibleTo } from "./conditions";
import type { OnQuickReply } from "./schema";

/**
 * 停用: takes a text out of everybody's list; what was said with it stays, and so do its versions.
 * @throws Refusal notAllowed, quickReplyNotFound
 */
export async function archiveQuickReply({ quickReplyId: id }: OnQuickReply, officer: ActingOfficer, at = now()): Promise<void> {
  await db.$transaction(async (tx) => {
    const archived = await tx.quickReply.updateMany({ where: { AND: [{ id }, changeableBy(officer)] }, data: { archivedAt: at } });
    if (archived.count === 0) {
      const seen = await tx.quickReply.count({ where: { AND: [{ id }, visibleTo(officer)] } });
      throw new Refusal(seen > 0 ? "notAllowed" : "quickReplyNotFound");
    }
    await record(tx, { type: "quickReply.archived", officerId: officer.id, facts: { quickReplyId: id } }, at);
  });
}
