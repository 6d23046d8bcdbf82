import { db } from "@/lib/db";
import { record } from "@/lib/events/record";
import type { ActingOfficer } from "@/lib/officers/scope";
import { Refusal } from "@/lib/refusal";
import { now } from "@/lib/time/clock";
import type { DiscardDraft } from "./schema";

/**
 * Throws one's own draft away; when there is none any more, nothing happens.
 * @throws Refusal draftMoved when it has been saved from elsewhere since
 */
export async function discardDraft(input: DiscardDraft, officer: ActingOfficer, at = now()): Promise<void> {
  await db.$transaction(async (tx) => {
    const key = { officerId: officer.id, threadId: input.threadId };
    const thread = { accountId: { in: [...officer.scope.accountIds] } };
    const discarded = await tx.draft.deleteMany({ where: { ...key, revision: input.revision, thread } });
    if (discarded.count === 0) {
      if ((await tx.draft.count({ where: { ...key, thread } })) > 0) throw new Refusal("draftMoved");
      return;
    }
    const { accountId } = await tx.thread.findUniqueOrThrow({ where: { id: input.threadId }, select: { accountId: true } });
    await record(tx, { type: "draft.discarded", accountId, threadId: input.threadId, officerId: officer.id }, at);
  });
}
