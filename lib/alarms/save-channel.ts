import { v7 as uuid } from "uuid";
import { db, type Tx } from "@/lib/db";
import { record } from "@/lib/events/record";
import type { ActingOfficer } from "@/lib/officers/scope";
import { Refusal } from "@/lib/refusal";
import { seal } from "@/lib/sealing";
import { now } from "@/lib/time/clock";
import type { ChannelInput } from "./schema";

/**
 * A new channel for an account's alarms, or another form of one. What is switched off sends nothing any more; its log stays.
 * @throws Refusal accountNotFound, channelNotFound, channelChanged when it is not what the officer saw any more, nameTaken
 */
export async function saveChannel(input: ChannelInput, officer: Pick<ActingOfficer, "id" | "scope">, at = now()): Promise<{ id: string }> {
  if (!officer.scope.accountIds.includes(input.accountId)) throw new Refusal("accountNotFound");
  return db.$transaction(async (tx) => {
    await refuseTwin(tx, input);
    const id = input.id ?? uuid();
    const { accountId, kind, name, recipients, audiences } = input;
    const written = {
      ...{ name, recipients, audiences, savedAt: at, savedById: officer.id, disabledAt: input.enabled ? null : at },
      ...(input.address === null ? {} : { sealedAddress: seal(input.address) }),
      ...(input.secret === null ? {} : { sealedSecret: input.secret === "" ? null : seal(input.secret) }),
    };
    if (input.id === null) await tx.alarmChannel.create({ data: { id, accountId, kind, nextAt: at, ...written }, select: { id: true } });
    else {
      const own = { id, accountId, kind };
      const { count } = await tx.alarmChannel.updateMany({
        where: { ...own, version: input.version },
        data: { ...written, version: { increment: 1 } },
      });
      if (count === 0) throw new Refusal((await tx.alarmChannel.count({ where: own })) > 0 ? "channelChanged" : "channelNotFound");
    }
    const facts = { channelId: id, kind, enabled: input.enabled, recipients: recipients.length };
    await record(tx, { type: "alarmChannel.saved", accountId, officerId: officer.id, facts }, at);
    return { id };
  });
}

/** The account is held, so that two who save the same name at once don't meet in the index. */
async function refuseTwin(tx: Tx, { accountId, id, name }: ChannelInput): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM "OfficialAccount" WHERE id = ${accountId}::uuid FOR NO KEY UPDATE`;
  const twins = await tx.alarmChannel.count({ where: { accountId, name, ...(id === null ? {} : { id: { not: id } }) } });
  if (twins > 0) throw new Refusal("nameTaken");
}
