const OFFICERS = "lin · zhao（值班员 duty officers） · he（带班领导 supervisor） · admin（管理员 administrator）";

/**
 * What a started desk says on standard output: where it is, and how to sign in and to stop it.
 * @param {import("./settings.mjs").Settings} settings
 * @param {import("./settings.mjs").Variables} env
 */
export function announcement(settings, env) {
  /** @type {string[][]} */
  const lines = [
    ["即答已就绪", "Jida is ready"],
    ["值班台 desk", settings.baseUrl],
    ...(settings.demo
      ? demoLines(settings, env)
      : [["微信回调 webhook", `${settings.baseUrl}/api/wechat/${env.WECHAT_ACCOUNT || "caofeidian"}`]]),
    ["数据 data", settings.databaseUrl ? `${settings.dataFolder} · DATABASE_URL` : settings.dataFolder],
    ["停止 stop", "Ctrl-C 停止一切 / stops everything"],
  ];
  return `\n${lines.map(([label = "", value]) => `  ${padded(label)}${value}`).join("\n")}\n\n`;
}

/**
 * @param {import("./settings.mjs").Settings} settings
 * @param {import("./settings.mjs").Variables} env
 */
function demoLines(settings, env) {
  return [
    ["手机 phones", `http://localhost:${settings.sandboxPort}`],
    ["演示账号 officers", OFFICERS],
    ["密码 password", `${env.JIDA_DEMO_PASSWORD}`],
  ];
}

/**
 * Chinese characters are two columns wide.
 * @param {string} label
 */
function padded(label) {
  const width = [...label].reduce((sum, character) => sum + (character > "\u2e80" ? 2 : 1), 0);
  return label + " ".repeat(Math.max(1, 20 - width));
}
