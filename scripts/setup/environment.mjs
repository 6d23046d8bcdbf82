import { keepSecrets } from "./secrets.mjs";

const DEMO = {
  appId: "wxjidademo0000001",
  originalId: "gh_jidademo0001",
  slug: "caofeidian",
  name: "曹妃甸发布",
};

/**
 * The environment that web, worker, seed and commands get: the caller's own, completed. A demo gets its town's account and
 * secrets, and the sandbox as its platform.
 * @param {import("./settings.mjs").Settings} settings
 * @param {string} databaseUrl
 * @param {import("./settings.mjs").Variables} [env]
 * @returns {import("./settings.mjs").Variables}
 */
export function appEnvironment(settings, databaseUrl, env = process.env) {
  return {
    ...withoutEmpty(env),
    ...QUIET,
    PORT: String(settings.port),
    SANDBOX_PORT: String(settings.sandboxPort),
    JIDA_DATA_DIR: settings.dataFolder,
    JIDA_BASE_URL: settings.baseUrl,
    DATABASE_URL: databaseUrl,
    ...(settings.demo ? demoEnvironment(settings, env) : { JIDA_DEMO: undefined }),
  };
}

/**
 * The environment of the sandbox in a demo.
 * @param {import("./settings.mjs").Settings} settings
 * @param {import("./settings.mjs").Variables} app as `appEnvironment` made it
 * @param {string} stateFile
 */
export function sandboxEnvironment(settings, app, stateFile) {
  return {
    ...app,
    SANDBOX_WEBHOOK_URL: `http://127.0.0.1:${settings.port}/api/wechat/${app.WECHAT_ACCOUNT}`,
    SANDBOX_APP_ID: app.WECHAT_APP_ID,
    SANDBOX_APP_SECRET: app.WECHAT_APP_SECRET,
    SANDBOX_ORIGINAL_ID: app.WECHAT_ORIGINAL_ID,
    SANDBOX_ACCOUNT_NAME: DEMO.name,
    SANDBOX_TOKEN: app.WECHAT_TOKEN,
    SANDBOX_ENCODING_AES_KEY: app.WECHAT_ENCODING_AES_KEY,
    SANDBOX_MODE: app.SANDBOX_MODE ?? "safe",
    SANDBOX_STATE_FILE: stateFile,
  };
}

// No part of the desk calls home.
const QUIET = {
  NEXT_TELEMETRY_DISABLED: "1",
  CHECKPOINT_DISABLE: "1",
  PRISMA_HIDE_UPDATE_MESSAGE: "1",
};

/**
 * @param {import("./settings.mjs").Settings} settings
 * @param {import("./settings.mjs").Variables} env
 */
function demoEnvironment(settings, env) {
  const secrets = keepSecrets(settings.dataFolder);
  return {
    JIDA_DEMO: "1",
    JIDA_DEMO_PASSWORD: env.JIDA_DEMO_PASSWORD || secrets.demoPassword,
    AUTH_SECRET: env.AUTH_SECRET || secrets.authSecret,
    SANDBOX_URL: settings.sandboxUrl,
    WECHAT_ACCOUNT: env.WECHAT_ACCOUNT || DEMO.slug,
    WECHAT_APP_ID: DEMO.appId,
    WECHAT_APP_SECRET: secrets.wechat.appSecret,
    WECHAT_ORIGINAL_ID: DEMO.originalId,
    WECHAT_TOKEN: secrets.wechat.token,
    WECHAT_ENCODING_AES_KEY: secrets.wechat.encodingAesKey,
    WECHAT_API_BASE_URL: settings.sandboxUrl,
    // Its weather and its news come from the sandbox.
    JIDA_ALLOW_HOSTS: [env.JIDA_ALLOW_HOSTS, new URL(settings.sandboxUrl).host].filter(Boolean).join(","),
  };
}

/**
 * An empty variable means none, for every reader after us.
 * @param {import("./settings.mjs").Variables} env
 */
function withoutEmpty(env) {
  return Object.fromEntries(
    Object.entries(env).filter(([name, value]) => value !== "" || !/^(JIDA|WECHAT|AUTH|MEDIA|SMTP|MAIL|LOG)_/.test(name)),
  );
}
