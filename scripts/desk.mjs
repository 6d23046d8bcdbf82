import { existsSync } from "node:fs";
import path from "node:path";
import { command } from "./setup/command.mjs";
import { prepareDataFolder } from "./setup/data-folder.mjs";
import { lockForCommand } from "./setup/data-lock.mjs";
import { openDeskDatabase, runningDeskDatabase } from "./setup/desk-database.mjs";
import { appEnvironment } from "./setup/environment.mjs";
import { Halt } from "./setup/halt.mjs";
import { ensureInstalled } from "./setup/install.mjs";
import { typescript } from "./setup/parts.mjs";
import { ensureGenerated, migrate } from "./setup/prisma.mjs";
import { root } from "./setup/root.mjs";
import { runAloud } from "./setup/run.mjs";
import { readSettings } from "./setup/settings.mjs";

// `node scripts/desk.mjs NAME …` runs scripts/NAME.ts against the desk's database, beside a running desk or without one.
const [name = "", ...rest] = process.argv.slice(2);

await command(async () => {
  const file = `scripts/${name}.ts`;
  if (!/^[a-z][a-z-]*$/.test(name) || !existsSync(path.join(root, file))) {
    throw new Halt(`没有名为“${name}”的命令`, `there is no command named "${name}"`);
  }
  const settings = readSettings(process.env);
  prepareDataFolder(settings.dataFolder);
  await ensureInstalled({ development: false });
  await ensureGenerated();

  const databaseUrl = await databaseOf(settings);
  return runAloud(typescript(file, rest), {
    env: appEnvironment(settings, databaseUrl),
    input: "inherit",
  });
});

/** @param {import("./setup/settings.mjs").Settings} settings */
async function databaseOf(settings) {
  if (!settings.databaseUrl && (await lockForCommand(settings.dataFolder)) === "desk") {
    return runningDeskDatabase(settings.dataFolder);
  }
  const url = await openDeskDatabase(settings);
  await migrate(url);
  return url;
}
