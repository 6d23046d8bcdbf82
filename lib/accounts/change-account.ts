import { db } from "@/lib/db";
import { record } from "@/lib/events/record";
import { atWork } from "@/lib/officers/admins";
import type { ActingOfficer } from "@/lib/officers/scope";
import { Refusal } from "@/lib/refusal";
import { now } from "@/lib/time/clock";
import { refuseTaken, sealedKeys } from "./keys";
import type { ChangeAccount } from "./schema";

/**
 * An admin brings an account's name, ids and keys up to date; a key that is null stays. With another app id or secret the access token
 * is fetched anew.
 * @throws Refusal notAllowed, accountNotFound, accountTaken, accountChanged when somebody else has saved it since it was read
 */
export async function changeAccount(input: ChangeAccount, admin: ActingOfficer, at = now()): Promise<void> {
  const { accountId, name, originalId, appId, safeModeOnly, seen, ...secrets } = input;
  if (!admin.scope.accountIds.includes(accountId)) throw new Refusal("accountNotFound");
  const keys = sealedKeys(secrets);
  await db.$transaction(async (tx) => {
    await atWork(tx, admin);
    await refuseTaken(tx, { id: accountId, appId, originalId });
    const { count } = await tx.officialAccount.updateMany({
      where: { id: accountId, ...seen },
      data: { name, originalId, appId, safeModeOnly, ...keys },
    });
    if (count === 0) throw new Refusal("accountChanged");
    if (appId !== seen.appId || keys.sealedAppSecret) await tx.accessToken.deleteMany({ where: { accountId } });
    const facts = { keys: Object.keys(keys).length, isOtherApp: appId !== seen.appId, safeModeOnly };
    await record(tx, { type: "account.changed", accountId, officerId: admin.id, facts }, at);
  });
}
