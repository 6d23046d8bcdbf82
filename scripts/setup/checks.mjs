import { say } from "./progress.mjs";
import { program } from "./root.mjs";
import { runQuietly } from "./run.mjs";

/** What can be judged without running anything: format and lint, types, unused code. The first fault halts. */
export async function runChecks() {
  say("格式与规范", "format and lint");
  await check([program("biome"), "ci", "--error-on-warnings"], "格式与规范检查", "the format and lint check");
  say("类型", "types");
  await check([program("next"), "typegen"], "生成路由类型", "generating the route types");
  await check([program("tsc"), "--noEmit"], "类型检查", "the type check");
  say("无用代码", "unused code");
  await check([program("knip")], "无用代码检查", "the check for unused code");
}

/**
 * @param {string[]} words
 * @param {string} chinese
 * @param {string} english
 */
async function check(words, chinese, english) {
  await runQuietly(words, { env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1" }, chinese, english });
}
