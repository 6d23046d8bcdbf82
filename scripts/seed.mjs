import { command } from "./setup/command.mjs";
import { prepareDataFolder } from "./setup/data-folder.mjs";
import { lockForCommand } from "./setup/data-lock.mjs";
import { openDeskDatabase } from "./setup/desk-database.mjs";
import { appEnvironment } from "./setup/environment.mjs";
import { Halt } from "./setup/halt.mjs";
import { ensureInstalled } from "./setup/install.mjs";
import { typescript } from "./setup/parts.mjs";
import { ensureGenerated, migrate } from "./setup/prisma.mjs";
import { runAloud } from "./setup/run.mjs";
import { readSettings } from "./setup/settings.mjs";

// `npm run seed -- --questions N` fills a demo's database with a large town while no desk runs on it.
await command(async () => {
  const settings = readSettings(process.env);
  if (!settings.demo) {
    throw new Halt("seed 只用于演示数据库：请不要设置 WECHAT_APP_ID", "seed is for a demo's database: leave WECHAT_APP_ID unset");
  }
  prepareDataFolder(settings.dataFolder);
  await ensureInstalled({ development: true });
  await ensureGenerated();
  if (!settings.databaseUrl && (await lockForCommand(settings.dataFolder)) === "desk") {
    throw new Halt("请先停止即答再填充数据", "stop the desk before its database is filled");
  }
  const databaseUrl = await openDeskDatabase(settings);
  await migrate(databaseUrl);
  return runAloud(typescript("scripts/seed.ts", process.argv.slice(2)), { env: appEnvironment(settings, databaseUrl) });
});
