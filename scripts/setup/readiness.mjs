import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { codeOf, messageOf } from "./errors.mjs";
import { Halt } from "./halt.mjs";

/**
 * Waits until an address of this machine answers 200.
 * @param {string} url
 * @param {{ name: string, dataFolder: string, seconds?: number }} part whose address it is, and how long to wait
 */
export async function waitForAnswer(url, { name, dataFolder, seconds = 60 }) {
  const until = Date.now() + seconds * 1000;
  let last = "";
  while (Date.now() < until) {
    last = await ask(url);
    if (last === "") return;
    await sleep(50);
  }
  const log = path.join(dataFolder, "logs");
  throw new Halt(
    `${name} ${seconds} 秒内没有就绪（${last}），见 ${log}`,
    `${name} was not ready within ${seconds} s (${last}), see ${log}`,
  );
}

/**
 * @param {string} url
 * @returns {Promise<string>} empty, or why the answer is not the wanted one
 */
async function ask(url) {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(5000) });
    const body = await response.text();
    return response.status === 200 ? "" : `${response.status} ${body.slice(0, 200)}`;
  } catch (error) {
    return (error instanceof Error && codeOf(error.cause)) || messageOf(error);
  }
}
