import { typescript } from "@/scripts/setup/parts.mjs";
import { runQuietly } from "@/scripts/setup/run.mjs";
import type { PushAccount } from "./pushes";
import type { Variables } from "./servers";

/** The environment that the command gave us, as that of a desk in production. */
export const deskEnvironment: Variables & { DATABASE_URL: string } = {
  ...process.env,
  DATABASE_URL: needed("DATABASE_URL"),
  JIDA_DEMO: "0",
};

/** The account of the environment, as WeChat knows it. */
export const deskAccount: PushAccount = {
  slug: needed("WECHAT_ACCOUNT"),
  originalId: needed("WECHAT_ORIGINAL_ID"),
  appId: needed("WECHAT_APP_ID"),
  token: needed("WECHAT_TOKEN"),
  encodingAesKey: needed("WECHAT_ENCODING_AES_KEY"),
};

/** Puts the account into the database of an environment. */
export async function seedAccount(env: Variables = deskEnvironment): Promise<void> {
  await runQuietly(typescript("prisma/seed.ts"), { env, chinese: "准备数据", english: "preparing the data" });
}

function needed(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is missing: npm run bench sets it`);
  return value;
}
