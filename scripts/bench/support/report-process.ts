import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { ReportCall } from "./report-runner";
import type { Variables } from "./servers";

/** A process of the desk on one database; it does one thing after the other. */
export type ReportProcess = { ask: <Answer>(call: ReportCall) => Promise<Answer>; stop: () => void };

/** Starts it. @throws Error when the process ends early */
export async function startReports(env: Variables): Promise<ReportProcess> {
  const child = fork(fileURLToPath(import.meta.resolve("./report-runner.ts")), {
    env: { ...process.env, ...env },
    execArgv: ["--import", "tsx"],
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  const ended = once(child, "exit").then(() => null);
  const answer = async () => {
    const told = await Promise.race([once(child, "message"), ended]);
    if (!told) throw new Error("the process that reads reports ended early");
    return told[0] as unknown;
  };
  await answer();
  return {
    ask: async <Answer>(call: ReportCall) => {
      child.send(call);
      return (await answer()) as Answer;
    },
    stop: () => child.kill(),
  };
}
