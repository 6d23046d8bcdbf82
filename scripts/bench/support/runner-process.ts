import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { Call } from "./query-runner";
import type { ReportCall } from "./report-runner";
import type { Variables } from "./servers";

/** A process of the desk on one database; it does one thing after the other. */
export type RunnerProcess<Asked> = { ask: <Answer>(call: Asked) => Promise<Answer>; stop: () => void };

/** Runs the desk's own queries; it answers with the milliseconds that one took inside. @throws Error when the process ends early */
export const startQueries = (env: Variables) => start<Call>("./query-runner.ts", env);

/** Reads reports and does what goes on beside them. @throws Error when the process ends early */
export const startReports = (env: Variables) => start<ReportCall>("./report-runner.ts", env);

async function start<Asked extends Call | ReportCall>(runner: string, env: Variables): Promise<RunnerProcess<Asked>> {
  const child = fork(fileURLToPath(import.meta.resolve(runner)), {
    env: { ...process.env, ...env },
    execArgv: ["--import", "tsx"],
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  const ended = once(child, "exit").then(() => null);
  const answer = async () => {
    const told = await Promise.race([once(child, "message"), ended]);
    if (!told) throw new Error(`${runner} ended early`);
    return told[0] as unknown;
  };
  await answer();
  return {
    ask: async <Answer>(call: Asked) => {
      child.send(call);
      return (await answer()) as Answer;
    },
    stop: () => child.kill(),
  };
}
