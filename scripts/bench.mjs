import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { command } from "./setup/command.mjs";
import { prepareDataFolder } from "./setup/data-folder.mjs";
import { appEnvironment } from "./setup/environment.mjs";
import { Halt } from "./setup/halt.mjs";
import { ensureInstalled } from "./setup/install.mjs";
import { typescript } from "./setup/parts.mjs";
import { findFreePort } from "./setup/ports.mjs";
import { ensureGenerated } from "./setup/prisma.mjs";
import { say } from "./setup/progress.mjs";
import { root } from "./setup/root.mjs";
import { runAloud } from "./setup/run.mjs";
import { openKeptServer, openScratchServer } from "./setup/scratch-server.mjs";
import { readSettings } from "./setup/settings.mjs";

const DATABASE = "jida";

// `npm run bench -- NAME …` runs scripts/bench/NAME.ts against a fresh database with the settings of a real desk. Standard
// output carries its lines of JSON and nothing else. `--kept`: on a server under .data, whose grown towns later runs take again.
const KEPT = "bench";
const [name = "", ...rest] = process.argv.slice(2);

await command(async () => {
  const file = `scripts/bench/${name}.ts`;
  if (!/^[a-z][a-z0-9-]*$/.test(name) || !existsSync(path.join(root, file))) {
    throw new Halt(`没有名为“${name}”的测量，可用：${benches()}`, `there is no benchmark "${name}", but: ${benches()}`);
  }
  await ensureInstalled({ development: false });
  await ensureGenerated();
  const isKept = rest.includes("--kept");
  const postgres = isKept ? await openKeptServer(KEPT, { database: DATABASE }) : await openScratchServer("bench", { database: DATABASE });
  const dataFolder = path.join(root, isKept ? `.data/${KEPT}/desk` : ".test/bench-data");
  prepareDataFolder(dataFolder);

  const port = await findFreePort();
  const settings = readSettings({ PORT: String(port), SANDBOX_PORT: String(await findFreePort()), JIDA_DATA_DIR: dataFolder });
  const env = { ...appEnvironment(settings, postgres.url(DATABASE)), TEST_DATABASE_URL: postgres.url("postgres") };
  say(`开始测量 ${name}`, `measuring ${name}`);
  return runAloud(typescript(file, rest), { env });
});

function benches() {
  const folder = path.join(root, "scripts/bench");
  const names = existsSync(folder) ? readdirSync(folder) : [];
  return names
    .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))
    .map((file) => file.slice(0, -3))
    .join(", ");
}
