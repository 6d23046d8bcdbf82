import { db } from "@/lib/db";
import { record } from "@/lib/events/record";
import type { ActingOfficer } from "@/lib/officers/scope";
import { Refusal } from "@/lib/refusal";
import { now } from "@/lib/time/clock";
import type { OnTopic } from "./schema";

/**
 * 停用: nothing new is filed under a topic; what is stays, and reports go on counting it.
 * @throws Refusal topicNotFound
 */
export async function archiveTopic({ topicId }: OnTopic, officer: ActingOfficer, at = now()): Promise<void> {
  await db.$transaction(async (tx) => {
    const [archived] = await tx.topic.updateManyAndReturn({
      where: { id: topicId, accountId: { in: [...officer.scope.accountIds] }, archivedAt: null },
      data: { archivedAt: at },
    });
    if (!archived) throw new Refusal("topicNotFound");
    await record(tx, { type: "topic.archived", accountId: archived.accountId, officerId: officer.id, facts: { topicId } }, at);
  });
}
