import { db } from "@/lib/db";
import { record } from "@/lib/events/record";
import type { ActingOfficer } from "@/lib/officers/scope";
import { Refusal } from "@/lib/refusal";
import { now } from "@/lib/time/clock";
import { visibleTo } from "./conditions";
import type { OnQuickReply } from "./schema";

/**
 * Counts that the officer has inserted a text, so that the most used stand first.
 * @throws Refusal quickReplyNotFound
 */
export async function useQuickReply({ quickReplyId: id }: OnQuickReply, officer: ActingOfficer, at = now()): Promise<void> {
  await db.$transaction(async (tx) => {
    const seen = await tx.quickReply.findFirst({ where: { AND: [{ id }, visibleTo(officer)] }, select: { version: true } });
    if (!seen) throw new Refusal("quickReplyNotFound");
    await tx.$executeRaw`
      INSERT INTO "QuickReplyUse" ("quickReplyId", "officerId", uses, "lastUsedAt") VALUES (${id}::uuid, ${officer.id}::uuid, 1, ${at})
      ON CONFLICT ("quickReplyId", "officerId")
      DO UPDATE SET uses = "QuickReplyUse".uses + 1, "lastUsedAt" = greatest("QuickReplyUse"."lastUsedAt", excluded."lastUsedAt")`;
    const facts = { quickReplyId: id, version: seen.version };
    await record(tx, { type: "quickReply.used", officerId: officer.id, facts }, at);
  });
}
