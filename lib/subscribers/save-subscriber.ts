import { v7 as uuid } from "uuid";
import { db, type Tx } from "@/lib/db";
import { env } from "@/lib/env";
import { record } from "@/lib/events/record";
import type { ActingOfficer } from "@/lib/officers/scope";
import { Refusal } from "@/lib/refusal";
import { seal } from "@/lib/sealing";
import { now } from "@/lib/time/clock";
import type { SubscriberInput } from "./schema";
import { newSigningSecret } from "./secrets";

/**
 * A new subscriber to what happens in an account, or another form of one. A new one's signing secret comes back this once. One that is
 * paused is told nothing of what happens meanwhile; what was written down for it before waits.
 * @throws Refusal accountNotFound, addressNotHttps for one that is neither https nor allowed by JIDA_ALLOW_HOSTS, subscriberNotFound,
 * subscriberChanged when it is not what the officer saw any more, nameTaken
 */
export async function saveSubscriber(
  input: SubscriberInput,
  officer: Pick<ActingOfficer, "id" | "scope">,
  at = now(),
): Promise<{ id: string; secret: string | null }> {
  if (!officer.scope.accountIds.includes(input.accountId)) throw new Refusal("accountNotFound");
  refuseUnsafe(input.address);
  return db.$transaction(async (tx) => {
    await refuseTwin(tx, input);
    const { accountId, name, types } = input;
    const id = input.id ?? uuid();
    const written = {
      ...{ name, types, savedAt: at, savedById: officer.id, nextAt: at },
      ...(input.address === null ? {} : { sealedAddress: seal(input.address) }),
    };
    const secret = input.id === null ? newSigningSecret() : null;
    if (secret !== null) {
      const sealed = { sealedAddress: seal(input.address ?? ""), sealedSecret: seal(secret) };
      const pausedAt = input.paused ? at : null;
      await tx.subscriber.create({ data: { id, accountId, pausedAt, ...written, ...sealed }, select: { id: true } });
    } else await change(tx, { id, accountId }, input, written, at);
    const facts = { subscriberId: id, types: types.join(), paused: input.paused };
    await record(tx, { type: "subscriber.saved", accountId, officerId: officer.id, facts }, at);
    return { id, secret };
  });
}

async function change(tx: Tx, own: { id: string; accountId: string }, input: SubscriberInput, written: object, at: Date): Promise<void> {
  const seen = await tx.subscriber.findFirst({ where: own, select: { pausedAt: true } });
  if (!seen) throw new Refusal("subscriberNotFound");
  const { count } = await tx.subscriber.updateMany({
    where: { ...own, version: input.version },
    data: { ...written, version: { increment: 1 }, pausedAt: input.paused ? (seen.pausedAt ?? at) : null, gaveUpAt: null, failures: 0 },
  });
  if (count === 0) throw new Refusal("subscriberChanged");
}

function refuseUnsafe(address: string | null): void {
  if (address === null) return;
  const { protocol, host, hostname } = new URL(address);
  const isOwn = env.JIDA_ALLOW_HOSTS.includes(host) || env.JIDA_ALLOW_HOSTS.includes(hostname);
  if (protocol !== "https:" && !isOwn) throw new Refusal("addressNotHttps");
}

/** The account is held, so that two who save the same name at once don't meet in the index. */
async function refuseTwin(tx: Tx, { accountId, id, name }: SubscriberInput): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM "OfficialAccount" WHERE id = ${accountId}::uuid FOR NO KEY UPDATE`;
  const twins = await tx.subscriber.count({ where: { accountId, name, ...(id === null ? {} : { id: { not: id } }) } });
  if (twins > 0) throw new Refusal("nameTaken");
}
