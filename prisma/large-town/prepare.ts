import { saveAccount } from "@/lib/accounts/save-account";
import { db } from "@/lib/db";
import { env } from "@/lib/env";
import { DEFAULT_DANGER_WORDS } from "@/lib/questions/rules";
import { now } from "@/lib/time/clock";
import { after, SECOND } from "@/lib/time/rules";
import { saveDemoOfficers } from "@/prisma/demo";

/** A process that beat less long ago is running. */
const BEAT = 15 * SECOND;

/**
 * Makes an empty database a demo's, with the account and officers of the environment; leaves a demo's as it is.
 * @throws Error when the database serves real residents, or a desk runs on it
 */
export async function prepareTown(): Promise<void> {
  const beating = await db.heartbeat.count({ where: { beatAt: { gt: after(now(), -BEAT) } } });
  if (beating > 0) throw new Error("A desk runs on this database: stop it first");
  const deployment = await db.deployment.findUnique({ where: { id: 1 } });
  if (deployment?.seededAsDemoAt) return;
  if ((await db.officialAccount.count()) > 0)
    throw new Error("This database serves a real account: a town of invented residents has no place in it");
  const { WECHAT_ACCOUNT: slug, WECHAT_ACCOUNT_NAME: name } = env;
  const id = await saveAccount({
    slug,
    name,
    originalId: needed("WECHAT_ORIGINAL_ID"),
    appId: needed("WECHAT_APP_ID"),
    appSecret: needed("WECHAT_APP_SECRET"),
    token: needed("WECHAT_TOKEN"),
    encodingAesKey: env.WECHAT_ENCODING_AES_KEY ?? null,
    dangerWords: DEFAULT_DANGER_WORDS,
  });
  await saveDemoOfficers(id, needed("JIDA_DEMO_PASSWORD"));
  await db.deployment.upsert({ where: { id: 1 }, create: { id: 1, seededAsDemoAt: now() }, update: { seededAsDemoAt: now() } });
}

function needed(name: "WECHAT_ORIGINAL_ID" | "WECHAT_APP_ID" | "WECHAT_APP_SECRET" | "WECHAT_TOKEN" | "JIDA_DEMO_PASSWORD"): string {
  const value = env[name];
  if (!value) throw new Error(`Environment: ${name} is missing`);
  return value;
}
