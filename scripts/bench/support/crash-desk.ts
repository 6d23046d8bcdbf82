import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { type Sandbox, startSandbox } from "@/sandbox/server";
import { findFreePort } from "@/scripts/setup/ports.mjs";
import { joinPostgres } from "@/scripts/setup/postgres.mjs";
import { findPostmaster } from "@/scripts/setup/postmaster.mjs";
import type { Identity } from "@/scripts/setup/processes.mjs";
import { root } from "@/scripts/setup/root.mjs";
import { endGroup, spawnNode } from "@/scripts/setup/run.mjs";
import { readRun } from "@/scripts/setup/run-record.mjs";

export type Victim = "web" | "worker" | "postgres";
/** A desk as `npm start` keeps it up in production, on a data folder of its own, with the sandbox as its platform. */
export type CrashDesk = {
  port: number;
  databaseUrl: string;
  authSecret: string;
  sandbox: Sandbox;
  kill: (victim: Victim) => Promise<{ downMs: number }>;
  stop: () => Promise<void>;
};

const DATABASE = "jida";
const START_PATIENCE = 3_600_000;
const RECOVERY_PATIENCE = 60_000;
const STOP_PATIENCE = 15_000;
const AUTH_SECRET = "known to the crash test alone, 32+ characters";
const ACCOUNT = {
  appId: "wxjidacrash0001",
  appSecret: "crash-test-secret",
  originalId: "gh_jidacrash0001",
  token: "crashToken",
  encodingAesKey: "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG",
};

/** Starts sandbox and desk and waits until the desk is ready. @throws Error with what the desk said when it does not come up */
export async function startCrashDesk(dataFolder: string): Promise<CrashDesk> {
  const port = await findFreePort();
  const webhookUrl = `http://127.0.0.1:${port}/api/wechat/caofeidian`;
  const sandbox = await startSandbox({ ...ACCOUNT, port: 0, webhookUrl });
  const env = environment({ port, dataFolder, sandboxUrl: sandbox.url });
  const child = spawnNode([path.join(root, "scripts/start.mjs")], { env });
  const stop = async () => {
    await endGroup(child, STOP_PATIENCE);
    await sandbox.close();
  };
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8").on("data", (text: string) => {
      said += text;
    });
  }
  const failed = () => child.exitCode !== null;
  await until(START_PATIENCE, () => failed() || readRun(dataFolder)?.ready === true);
  const postgres = failed() ? undefined : await joinPostgres(dataFolder);
  if (!postgres) {
    await stop();
    throw new Error(`the desk did not start: ${said}`);
  }
  return {
    port,
    databaseUrl: postgres.url(DATABASE),
    authSecret: AUTH_SECRET,
    sandbox,
    kill: (victim) => killAndWait(victim, { dataFolder, port }),
    stop,
  };
}

/** As for production, with nothing of the caller's own desk or test in it. */
function environment({ port, dataFolder, sandboxUrl }: { port: number; dataFolder: string; sandboxUrl: string }) {
  const foreign = /^(JIDA_|WECHAT_|SANDBOX_|DATABASE_URL$|AUTH_SECRET$|NODE_ENV$|NODE_OPTIONS$|VITEST|npm_lifecycle_event$)/;
  return {
    ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign.test(name))),
    PORT: String(port),
    JIDA_DATA_DIR: dataFolder,
    AUTH_SECRET,
    WECHAT_APP_ID: ACCOUNT.appId,
    WECHAT_APP_SECRET: ACCOUNT.appSecret,
    WECHAT_ORIGINAL_ID: ACCOUNT.originalId,
    WECHAT_TOKEN: ACCOUNT.token,
    WECHAT_ENCODING_AES_KEY: ACCOUNT.encodingAesKey,
    WECHAT_API_BASE_URL: sandboxUrl,
  };
}

/** kill -9, then as long as the desk needs to bring the part back by itself. */
async function killAndWait(victim: Victim, desk: { dataFolder: string; port: number }): Promise<{ downMs: number }> {
  const killed = partOf(victim, desk.dataFolder);
  if (!killed) throw new Error(`${victim} is not running`);
  process.kill(killed.pid, "SIGKILL");
  const began = performance.now();
  await until(RECOVERY_PATIENCE, async () => {
    const part = partOf(victim, desk.dataFolder);
    return part !== undefined && part.pid !== killed.pid && (await isHealthy(desk.port));
  });
  return { downMs: Math.round(performance.now() - began) };
}

function partOf(victim: Victim, dataFolder: string): Identity | undefined {
  if (victim === "postgres") return findPostmaster(path.join(dataFolder, "pg"))?.identity;
  return readRun(dataFolder)?.children.find(({ name }) => name === victim);
}

async function isHealthy(port: number) {
  const answer = await fetch(`http://127.0.0.1:${port}/api/health`).catch(() => null);
  await answer?.arrayBuffer();
  return answer?.status === 200;
}

async function until(patience: number, condition: () => boolean | Promise<boolean>) {
  const end = performance.now() + patience;
  while (!(await condition())) {
    if (performance.now() > end) throw new Error("the desk did not come up in time");
    await pause(50);
  }
}
