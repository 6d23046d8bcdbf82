import { v7 as uuid } from "uuid";
import { db, type Tx } from "@/lib/db";
import { record } from "@/lib/events/record";
import type { ActingOfficer } from "@/lib/officers/scope";
import { Refusal } from "@/lib/refusal";
import { now } from "@/lib/time/clock";
import type { SaveTopic } from "./schema";

/**
 * Adds a topic to an account, or gives one another name. A name that was archived comes back with all that it was about.
 * @throws Refusal nameTaken, topicNotFound, accountNotFound
 */
export async function saveTopic(input: SaveTopic, officer: ActingOfficer, at = now()): Promise<{ topicId: string }> {
  if (!officer.scope.accountIds.includes(input.accountId)) throw new Refusal("accountNotFound");
  return db.$transaction(async (tx) => {
    // Two at once would add one name twice.
    await tx.$queryRaw`SELECT 1 FROM "OfficialAccount" WHERE id = ${input.accountId}::uuid FOR NO KEY UPDATE`;
    const topicId = await write(tx, input, at);
    await record(tx, { type: "topic.saved", accountId: input.accountId, officerId: officer.id, facts: { topicId } }, at);
    return { topicId };
  });
}

async function write(tx: Tx, { accountId, topicId, name }: SaveTopic, at: Date): Promise<string> {
  const same = await tx.topic.findUnique({ where: { accountId_name: { accountId, name } } });
  if (same && same.id !== topicId && (topicId !== undefined || same.archivedAt === null)) throw new Refusal("nameTaken");
  if (topicId !== undefined) {
    const renamed = await tx.topic.updateMany({ where: { id: topicId, accountId, archivedAt: null }, data: { name } });
    if (renamed.count === 0) throw new Refusal("topicNotFound");
    return topicId;
  }
  if (same) {
    await tx.topic.update({ where: { id: same.id }, data: { archivedAt: null }, select: { id: true } });
    return same.id;
  }
  return (await tx.topic.create({ data: { id: uuid(), accountId, name, createdAt: at }, select: { id: true } })).id;
}
