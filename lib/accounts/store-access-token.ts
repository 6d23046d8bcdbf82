import { db } from "@/lib/db";
import { record } from "@/lib/events/record";
import { seal } from "@/lib/sealing";
import { now } from "@/lib/time/clock";
import { after, SECOND } from "@/lib/time/rules";

/** What came of a lease: a fresh token, or null when WeChat gave none. Either way the lease ends. */
export async function storeAccessToken(
  accountId: string,
  fetched: { accessToken: string; expiresInSeconds: number; forced: boolean } | null,
  at = now(),
): Promise<void> {
  const stored = fetched && {
    sealed: seal(fetched.accessToken),
    fetchedAt: at,
    expiresAt: after(at, fetched.expiresInSeconds * SECOND),
    ...(fetched.forced ? { forcedAt: at } : {}),
  };
  await db.$transaction(async (tx) => {
    await tx.accessToken.update({ where: { accountId }, data: { ...stored, leasedUntil: null } });
    await record(tx, { type: "accessToken.stored", accountId, facts: { fetched: fetched !== null, forced: fetched?.forced ?? false } }, at);
  });
}
