import { db } from "@/lib/db";
import { record } from "@/lib/events/record";
import type { ActingOfficer } from "@/lib/officers/scope";
import { Refusal } from "@/lib/refusal";
import { now } from "@/lib/time/clock";
import type { StoredFile } from "./store-media";

/**
 * A picture that an officer puts to a reply, whose bytes lie in the storage. It belongs to nothing until the reply is sent.
 * @throws Refusal threadNotFound
 */
export async function keepPicture(
  { id, threadId, ...file }: StoredFile & { id: string; threadId: string },
  officer: ActingOfficer,
  at = now(),
): Promise<void> {
  await db.$transaction(async (tx) => {
    const where = { id: threadId, accountId: { in: [...officer.scope.accountIds] } };
    const thread = await tx.thread.findFirst({ where, select: { accountId: true } });
    if (!thread) throw new Refusal("threadNotFound");
    const { accountId } = thread;
    const data = {
      id,
      accountId,
      threadId,
      officerId: officer.id,
      kind: "image" as const,
      state: "stored" as const,
      storedAt: at,
      ...file,
    };
    await tx.media.create({ data, select: { id: true } });
    await record(tx, { type: "media.kept", accountId, threadId, officerId: officer.id, facts: { mediaId: id, bytes: file.bytes } }, at);
  });
}
