import { db } from "@/lib/db";
import { record } from "@/lib/events/record";
import { atWork } from "@/lib/officers/admins";
import type { ActingOfficer } from "@/lib/officers/scope";
import { Refusal } from "@/lib/refusal";
import { seal } from "@/lib/sealing";
import { now } from "@/lib/time/clock";
import { DEFAULT_EMERGENCY, DEFAULT_GREETING } from "./rules";
import type { NewAccount } from "./schema";

/**
 * An admin adds a 公众号; whoever works at all accounts, and that admin, works at it from then on.
 * @param dangerWords that it begins with
 * @throws Refusal notAllowed, accountTaken
 */
export async function addAccount(input: NewAccount, dangerWords: readonly string[], admin: ActingOfficer, at = now()): Promise<string> {
  const { slug, name, originalId, appId, appSecret, token, encodingAesKey, safeModeOnly } = input;
  return db.$transaction(async (tx) => {
    const acting = await atWork(tx, admin);
    const secrets = { sealedAppSecret: seal(appSecret), sealedToken: seal(token), sealedAesKey: encodingAesKey && seal(encodingAesKey) };
    const texts = { greetingText: DEFAULT_GREETING, emergencyText: DEFAULT_EMERGENCY, dangerWords: [...dangerWords] };
    const { count } = await tx.officialAccount.createMany({
      data: [{ slug, name, originalId, appId, safeModeOnly, ...secrets, ...texts, createdAt: at }],
      skipDuplicates: true,
    });
    if (count === 0) throw new Refusal("accountTaken");
    const { id: accountId } = await tx.officialAccount.findUniqueOrThrow({ where: { slug } });
    if (!acting.allAccounts) await tx.officerAccount.create({ data: { officerId: admin.id, accountId } });
    await record(tx, { type: "account.added", accountId, officerId: admin.id, facts: { safeModeOnly } }, at);
    return accountId;
  });
}
