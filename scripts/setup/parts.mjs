import path from "node:path";
import { sandboxEnvironment } from "./environment.mjs";
import { program } from "./root.mjs";

/**
 * The web part: the built one, or in development one that compiles as pages are asked for.
 * @param {import("./settings.mjs").Variables} env
 * @param {boolean} development
 * @returns {import("./supervisor.mjs").Part}
 */
export function webPart(env, development) {
  const words = [program("next"), development ? "dev" : "start", "-p", String(env.PORT)];
  return {
    name: "web",
    words,
    env: withMode(env, development),
    aloud: development,
  };
}

/**
 * @param {import("./settings.mjs").Variables} env
 * @param {boolean} development
 * @returns {import("./supervisor.mjs").Part}
 */
export function workerPart(env, development) {
  return {
    name: "worker",
    words: typescript("lib/jobs/worker.ts"),
    env: withMode(env, development),
    aloud: development,
  };
}

/**
 * @param {import("./settings.mjs").Settings} settings
 * @param {import("./settings.mjs").Variables} env
 * @returns {import("./supervisor.mjs").Part}
 */
export function sandboxPart(settings, env) {
  const stateFile = path.join(settings.dataFolder, "sandbox.json");
  return {
    name: "sandbox",
    words: typescript("sandbox/main.ts"),
    env: sandboxEnvironment(settings, env, stateFile),
  };
}

/**
 * How Node runs a TypeScript file of the checkout.
 * @param {string} file
 * @param {string[]} rest
 */
export function typescript(file, rest = []) {
  return ["--import", "tsx", file, ...rest];
}

/**
 * @param {import("./settings.mjs").Variables} env
 * @param {boolean} development
 */
function withMode(env, development) {
  return { ...env, NODE_ENV: development ? "development" : "production" };
}
