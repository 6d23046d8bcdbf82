import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { PushAccount, PushMode } from "./pushes";
import type { Spread } from "./statistics";

/** What to send: distinct messages numbered from `firstId`, or, where `again` is allowed, the same ones over and over. */
export type LoadSpec = {
  port: number;
  account: PushAccount;
  mode: PushMode;
  firstId: number;
  prepared: number;
  again: boolean;
  connections: number;
  warmUpSeconds: number;
  seconds: number;
  /** Messages a second, sent whether or not earlier ones were answered; null: each connection sends as soon as it has its answer. */
  perSecond: number | null;
  /** Every so manieth message is a picture; left out or 0: none is. */
  pictureEvery?: number;
};

export type LoadResult = {
  /** After the warm-up. */
  answered: number;
  seconds: number;
  perSecond: number;
  latencyMs: Spread;
  /** Of the whole run, warm-up included. */
  sent: number;
  /** Indices of messages that were not acknowledged with `success`. */
  refused: number[];
};

/** Runs a load in a process of its own, so that making it does not take time from what is measured more than it must. */
export async function runLoad(spec: LoadSpec): Promise<LoadResult> {
  const file = fileURLToPath(import.meta.resolve("./load-generator.ts"));
  const child = fork(file, { execArgv: ["--import", "tsx"], stdio: ["ignore", "inherit", "inherit", "ipc"] });
  try {
    child.send(spec);
    const result = await Promise.race([once(child, "message"), once(child, "exit").then(() => null)]);
    if (!result) throw new Error("the load generator ended early");
    return result[0] as LoadResult;
  } finally {
    child.kill();
  }
}

/** The MsgIds that were acknowledged. */
export function acknowledgedIds(spec: LoadSpec, result: LoadResult): string[] {
  const refused = new Set(result.refused);
  const indices = Array.from({ length: result.sent }, (_, index) => index);
  return indices.filter((index) => !refused.has(index)).map((index) => String(spec.firstId + index));
}
