import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { Call } from "./query-runner";
import type { Variables } from "./servers";

/** A process that runs the desk's own queries on one database. */
export type QueryProcess = { time: (call: Call) => Promise<number>; stop: () => void };

/** Starts it. `time` resolves to the milliseconds that the call took inside. @throws Error when the process ends early */
export async function startQueries(env: Variables): Promise<QueryProcess> {
  const file = fileURLToPath(import.meta.resolve("./query-runner.ts"));
  const child = fork(file, {
    env: { ...process.env, ...env },
    execArgv: ["--import", "tsx"],
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  const ended = once(child, "exit").then(() => null);
  const answer = async () => {
    const told = await Promise.race([once(child, "message"), ended]);
    if (!told) throw new Error("the process that runs the queries ended early");
    return told[0] as unknown;
  };
  await answer();
  return {
    time: async (call) => {
      child.send(call);
      return Number(await answer());
    },
    stop: () => child.kill(),
  };
}
