import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import net from "node:net";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { prepareDataFolder } from "./data-folder.mjs";
import { ensureDatabase, withClient } from "./database.mjs";
import { joinPostgres, startPostgres } from "./postgres.mjs";
import { identityOf, waitUntilGone } from "./processes.mjs";

let folder: string;
let dataFolder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), "jida "));
  dataFolder = path.join(folder, "即答 data");
  prepareDataFolder(dataFolder);
});

afterEach(async () => {
  const left = await joinPostgres(dataFolder);
  await left?.stop(0);
  rmSync(folder, { recursive: true, force: true });
});

const start = () => startPostgres({ dataFolder, settings: ["shared_buffers=16MB"] });

async function answer(url: string) {
  return withClient(url, async (client) => (await client.query("SELECT 1 AS one")).rows[0]);
}

test("starts on the loopback interface, keeps its data, password and port, and stops", async () => {
  const first = await start();
  await ensureDatabase(first, "jida");
  await withClient(first.url("jida"), (client) => client.query("CREATE TABLE kept AS SELECT 7 AS n"));
  const shown = await withClient(first.url("jida"), async (client) => {
    const { rows } = await client.query(
      "SELECT name, setting FROM pg_settings WHERE name IN ('fsync', 'listen_addresses', 'synchronous_commit')",
    );
    return Object.fromEntries(rows.map((row) => [row.name, row.setting]));
  });
  expect(shown).toEqual({ fsync: "on", listen_addresses: "127.0.0.1", synchronous_commit: "on" });
  expect(statSync(path.join(dataFolder, "postgres.json")).mode & 0o777).toBe(0o600);
  await first.stop();
  expect(first.isRunning()).toBe(false);

  const second = await start();
  expect(second.adopted).toBe(false);
  expect(second.url("jida")).toBe(first.url("jida"));
  const { rows } = await withClient(second.url("jida"), (client) => client.query("SELECT n FROM kept"));
  expect(rows).toEqual([{ n: 7 }]);
});

test("refuses a wrong password", async () => {
  const postgres = await start();
  const wrong = postgres.url("postgres").replace(/:[^:@]+@/, ":guess@");
  await expect(answer(wrong)).rejects.toMatchObject({ code: "28P01" });
});

test("adopts the server that a killed run left behind", async () => {
  const first = await start();
  const second = await start();
  expect(second).toMatchObject({ pid: first.pid, adopted: true });
  expect(await answer(second.url("postgres"))).toEqual({ one: 1 });
});

test("stops and replaces a server that no longer answers", async () => {
  const first = await start();
  process.kill(first.pid, "SIGSTOP");
  const second = await start();
  expect(second.adopted).toBe(false);
  expect(first.isRunning()).toBe(false);
  expect(await answer(second.url("postgres"))).toEqual({ one: 1 });
}, 40_000);

test("recovers after kill -9 of the server", async () => {
  const first = await start();
  const identity = identityOf(first.pid);
  process.kill(first.pid, "SIGKILL");
  if (identity) await waitUntilGone(identity, 5000);
  const second = await start();
  expect(await answer(second.url("postgres"))).toEqual({ one: 1 });
});

test("a stale pid file whose number belongs to a stranger is no obstacle", async () => {
  const first = await start();
  const pidFile = path.join(dataFolder, "pg/postmaster.pid");
  const lines = readFileSync(pidFile, "utf8").split("\n");
  await first.stop();
  writeFileSync(pidFile, [String(process.pid), ...lines.slice(1)].join("\n"));
  const second = await start();
  expect(second.adopted).toBe(false);
  expect(await answer(second.url("postgres"))).toEqual({ one: 1 });
});

test("takes another port when its own is taken meanwhile", async () => {
  const first = await start();
  await first.stop();
  const stranger = net.createServer().listen(first.port, "127.0.0.1");
  try {
    const second = await start();
    expect(second.port).not.toBe(first.port);
    expect(await answer(second.url("postgres"))).toEqual({ one: 1 });
  } finally {
    stranger.close();
  }
});

test("an interrupted first start leaves nothing that a later one trusts", async () => {
  const draft = path.join(dataFolder, "pg.new");
  spawnSync("mkdir", ["-p", draft]);
  writeFileSync(path.join(draft, "PG_VERSION"), "18\n");
  const postgres = await start();
  expect(await answer(postgres.url("postgres"))).toEqual({ one: 1 });
});

test("a missing password file is said in one line", async () => {
  const postgres = await start();
  await postgres.stop();
  rmSync(path.join(dataFolder, "postgres.json"));
  await expect(start()).rejects.toThrow(/^[^\n]*postgres\.json[^\n]*$/);
});
