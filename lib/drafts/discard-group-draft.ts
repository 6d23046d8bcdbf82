import { db } from "@/lib/db";
import { record } from "@/lib/events/record";
import type { ActingOfficer } from "@/lib/officers/scope";
import { Refusal } from "@/lib/refusal";
import { now } from "@/lib/time/clock";
import type { DiscardGroupDraft } from "./schema";

/**
 * Throws away what one was writing to a group; when there is nothing any more, nothing happens.
 * @throws Refusal draftMoved when it has been saved from elsewhere since
 */
export async function discardGroupDraft({ clusterId, revision }: DiscardGroupDraft, officer: ActingOfficer, at = now()): Promise<void> {
  await db.$transaction(async (tx) => {
    const own = { officerId: officer.id, clusterId, cluster: { accountId: { in: [...officer.scope.accountIds] } } };
    const discarded = await tx.groupDraft.deleteMany({ where: { ...own, revision } });
    if (discarded.count === 0) {
      if ((await tx.groupDraft.count({ where: own })) > 0) throw new Refusal("draftMoved");
      return;
    }
    const { accountId } = await tx.cluster.findUniqueOrThrow({ where: { id: clusterId }, select: { accountId: true } });
    await record(tx, { type: "groupDraft.discarded", accountId, officerId: officer.id, facts: { clusterId } }, at);
  });
}
