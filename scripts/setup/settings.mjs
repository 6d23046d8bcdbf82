import path from "node:path";
import { Halt } from "./halt.mjs";
import { root } from "./root.mjs";
import { checkVariables } from "./settings-rules.mjs";

/** @typedef {Record<string, string | undefined>} Variables the environment of a process */

/**
 * What the environment asks of a command, before any secret is made.
 * @typedef {{ port: number, sandboxPort: number, dataFolder: string, databaseUrl: string | undefined, demo: boolean,
 *   baseUrl: string, sandboxUrl: string }} Settings
 */

const PRODUCTION = ["AUTH_SECRET", "WECHAT_APP_SECRET", "WECHAT_ORIGINAL_ID", "WECHAT_TOKEN"];

/**
 * Reads the desk's variables; an empty one counts as not set. A bad or missing one halts with one line.
 * @param {Variables} env
 * @returns {Settings}
 */
export function readSettings(env) {
  checkVariables(env);
  const port = Number(env.PORT || 3000);
  const sandboxPort = Number(env.SANDBOX_PORT || 3100);
  const demo = !env.WECHAT_APP_ID;
  if (demo && port === sandboxPort) {
    throw new Halt(`PORT 与 SANDBOX_PORT 不能相同（${port}）`, `PORT and SANDBOX_PORT must differ (${port})`);
  }
  const missing = demo ? undefined : PRODUCTION.find((name) => !env[name]);
  if (missing) throw new Halt(`设置了 WECHAT_APP_ID，还需要设置 ${missing}`, `WECHAT_APP_ID is set, so ${missing} is needed too`);
  if (!demo && env.JIDA_DEMO_PASSWORD) {
    throw new Halt("JIDA_DEMO_PASSWORD 只用于演示，正式环境请去掉", "JIDA_DEMO_PASSWORD belongs to a demo: remove it in production");
  }
  return {
    port,
    sandboxPort,
    demo,
    dataFolder: path.resolve(root, env.JIDA_DATA_DIR || ".data"),
    databaseUrl: env.DATABASE_URL || undefined,
    baseUrl: env.JIDA_BASE_URL || `http://localhost:${port}`,
    sandboxUrl: `http://127.0.0.1:${sandboxPort}`,
  };
}
