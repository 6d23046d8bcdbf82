import { db } from "@/lib/db";
import { record } from "@/lib/events/record";
import type { ActingOfficer } from "@/lib/officers/scope";
import { Refusal } from "@/lib/refusal";
import { seal } from "@/lib/sealing";
import { now } from "@/lib/time/clock";
import { after } from "@/lib/time/rules";
import { FORMER_SECRET_SIGNS } from "./rules";
import type { OnSubscriber } from "./schema";
import { newSigningSecret } from "./secrets";

/**
 * Another signing secret, which comes back this once. The former one signs beside it for a day, so that the other side can change over.
 * @throws Refusal subscriberNotFound
 */
export async function renewSecret(
  { subscriberId }: OnSubscriber,
  officer: Pick<ActingOfficer, "id" | "scope">,
  at = now(),
): Promise<{ secret: string }> {
  return db.$transaction(async (tx) => {
    const [held] = await tx.$queryRaw<{ accountId: string; sealedSecret: string }[]>`
      SELECT "accountId", "sealedSecret" FROM "Subscriber"
      WHERE id = ${subscriberId}::uuid AND "accountId" = ANY(${[...officer.scope.accountIds]}::uuid[]) FOR UPDATE`;
    if (!held) throw new Refusal("subscriberNotFound");
    const secret = newSigningSecret();
    const former = { sealedFormerSecret: held.sealedSecret, formerSecretUntil: after(at, FORMER_SECRET_SIGNS) };
    await tx.subscriber.update({ where: { id: subscriberId }, data: { sealedSecret: seal(secret), ...former }, select: { id: true } });
    const event = { type: "subscriber.secretRenewed" as const, accountId: held.accountId, officerId: officer.id };
    await record(tx, { ...event, facts: { subscriberId } }, at);
    return { secret };
  });
}
