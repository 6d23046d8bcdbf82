import { db } from "@/lib/db";
import { record } from "@/lib/events/record";
import { now } from "@/lib/time/clock";
import { after, SECOND } from "@/lib/time/rules";
import { TOKEN_LEASE_SECONDS } from "./rules";

/**
 * Makes this process the one that fetches the next access token, for fifteen seconds. False while another one is at it.
 * @param seen when the token that is to be replaced was fetched, null for none; false also when another process has replaced it since
 */
export async function leaseAccessToken(accountId: string, seen: Date | null, at = now()): Promise<boolean> {
  return db.$transaction(async (tx) => {
    await tx.accessToken.createMany({ data: [{ accountId }], skipDuplicates: true });
    const leased = await tx.accessToken.updateMany({
      where: { accountId, fetchedAt: seen, OR: [{ leasedUntil: null }, { leasedUntil: { lt: at } }] },
      data: { leasedUntil: after(at, TOKEN_LEASE_SECONDS * SECOND) },
    });
    if (leased.count === 1) await record(tx, { type: "accessToken.leased", accountId }, at);
    return leased.count === 1;
  });
}
