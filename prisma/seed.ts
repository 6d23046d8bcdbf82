import { resealSecrets } from "@/lib/accounts/reseal-secrets";
import { saveAccount } from "@/lib/accounts/save-account";
import { db, pool } from "@/lib/db";
import { env } from "@/lib/env";
import { DEFAULT_DANGER_WORDS } from "@/lib/questions/rules";
import { alignClock, now } from "@/lib/time/clock";
import { playDemo, saveDemoOfficers } from "./demo";
import { handOutPhones } from "./demo-phones";

// What every start makes sure of: the account of the environment, and in a demo its town. Running it again changes nothing.
try {
  await alignClock();
  await seed();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  await pool.end();
}

async function seed() {
  const demo = env.JIDA_DEMO === "1";
  await refuseMixing(demo);
  // Stops with one line where AUTH_SECRET is not the one that the secrets here were sealed with.
  await resealSecrets("unnamed");
  const { WECHAT_ACCOUNT: slug, WECHAT_ACCOUNT_NAME: name } = env;
  const id = await saveAccount({
    slug,
    name,
    originalId: needed("WECHAT_ORIGINAL_ID"),
    appId: needed("WECHAT_APP_ID"),
    appSecret: needed("WECHAT_APP_SECRET"),
    token: needed("WECHAT_TOKEN"),
    encodingAesKey: env.WECHAT_ENCODING_AES_KEY ?? null,
    safeModeOnly: env.WECHAT_MODE === "safe",
    dangerWords: DEFAULT_DANGER_WORDS,
  });
  if (!demo) return;
  await saveDemoOfficers(id, needed("JIDA_DEMO_PASSWORD"));
  await playDemo({ id, slug });
  if (env.SANDBOX_URL) await handOutPhones(env.SANDBOX_URL);
}

/** A demo never answers residents, and residents' letters never stand in a demo. */
async function refuseMixing(demo: boolean) {
  const deployment = await db.deployment.findUnique({ where: { id: 1 } });
  if (!demo && deployment?.seededAsDemoAt)
    throw new Error("This database was seeded as a demo: set DATABASE_URL or JIDA_DATA_DIR to another one for production");
  if (!demo || deployment?.seededAsDemoAt) return;
  if ((await db.officialAccount.count()) > 0)
    throw new Error("This database serves a real account: set WECHAT_APP_ID and its companions, or use another database for a demo");
  await db.deployment.upsert({ where: { id: 1 }, create: { id: 1, seededAsDemoAt: now() }, update: { seededAsDemoAt: now() } });
}

function needed(name: "WECHAT_ORIGINAL_ID" | "WECHAT_APP_ID" | "WECHAT_APP_SECRET" | "WECHAT_TOKEN" | "JIDA_DEMO_PASSWORD"): string {
  const value = env[name];
  if (!value) throw new Error(`Environment: ${name} is missing`);
  return value;
}
