import { db } from "@/lib/db";
import { record } from "@/lib/events/record";
import { seal } from "@/lib/sealing";
import { now } from "@/lib/time/clock";
import { DEFAULT_EMERGENCY, DEFAULT_GREETING } from "./rules";

export type AccountSettings = {
  slug: string;
  name: string;
  originalId: string;
  appId: string;
  appSecret: string;
  token: string;
  encodingAesKey: string | null;
  safeModeOnly?: boolean;
  dangerWords: readonly string[];
};

/** Creates the account of a slug, or brings its keys up to date; texts and danger words that officers changed stay as they are. */
export async function saveAccount(settings: AccountSettings, at = now()): Promise<string> {
  const { slug, name, originalId, appId } = settings;
  const keys = {
    name,
    originalId,
    appId,
    sealedAppSecret: seal(settings.appSecret),
    sealedToken: seal(settings.token),
    sealedAesKey: settings.encodingAesKey && seal(settings.encodingAesKey),
    safeModeOnly: settings.safeModeOnly ?? false,
  };
  return db.$transaction(async (tx) => {
    const account = await tx.officialAccount.upsert({
      where: { slug },
      create: {
        slug,
        ...keys,
        greetingText: DEFAULT_GREETING,
        emergencyText: DEFAULT_EMERGENCY,
        dangerWords: [...settings.dangerWords],
        createdAt: at,
      },
      update: keys,
    });
    await record(tx, { type: "account.saved", accountId: account.id }, at);
    return account.id;
  });
}
