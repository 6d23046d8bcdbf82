import { announcement } from "./setup/announcement.mjs";
import { ensureBuilt } from "./setup/build.mjs";
import { command } from "./setup/command.mjs";
import { prepareDataFolder } from "./setup/data-folder.mjs";
import { lockForDesk } from "./setup/data-lock.mjs";
import { openDeskDatabase } from "./setup/desk-database.mjs";
import { appEnvironment } from "./setup/environment.mjs";
import { ensureInstalled } from "./setup/install.mjs";
import { sandboxPart, typescript, webPart, workerPart } from "./setup/parts.mjs";
import { requireFreePort } from "./setup/ports.mjs";
import { ensureGenerated, migrate } from "./setup/prisma.mjs";
import { say } from "./setup/progress.mjs";
import { waitForAnswer } from "./setup/readiness.mjs";
import { runQuietly } from "./setup/run.mjs";
import { endLeftovers, forgetRun, writeRun } from "./setup/run-record.mjs";
import { readSettings } from "./setup/settings.mjs";
import { beforeEnd, signalsAreWelcome } from "./setup/shutdown.mjs";
import { createSupervisor } from "./setup/supervisor.mjs";

// `npm start` and, with --dev, `npm run dev`: from a fresh checkout to a running desk.
const development = process.argv.includes("--dev");

await command(async () => {
  const settings = readSettings(process.env);
  const { dataFolder } = settings;
  prepareDataFolder(dataFolder);
  await lockForDesk(dataFolder);
  await endLeftovers(dataFolder);
  await requireFreePort(settings.port, "PORT");
  if (settings.demo) await requireFreePort(settings.sandboxPort, "SANDBOX_PORT");

  await ensureInstalled({ development: false });
  await ensureGenerated();
  const databaseUrl = await openDeskDatabase(settings);
  await migrate(databaseUrl);
  const env = appEnvironment(settings, databaseUrl);
  if (!development) await ensureBuilt(env);

  const record = { ready: false, url: settings.baseUrl, children: [] };
  const supervisor = createSupervisor({
    dataFolder,
    onChange: (children) => writeRun(dataFolder, Object.assign(record, { children })),
  });
  beforeEnd(() => forgetRun(dataFolder));
  beforeEnd(supervisor.stop);

  // The web part comes up while the seed runs; it calls itself healthy only once a worker does.
  supervisor.start(webPart(env, development));
  if (settings.demo) supervisor.start(sandboxPart(settings, env));
  if (settings.demo) await waitForAnswer(`${settings.sandboxUrl}/sandbox/state`, { name: "sandbox", dataFolder });
  await runQuietly(typescript("prisma/seed.ts"), { env, chinese: "准备数据", english: "preparing the data" });
  supervisor.start(workerPart(env, development));
  await waitForAnswer(`http://127.0.0.1:${settings.port}/api/health`, { name: "web", dataFolder });

  writeRun(dataFolder, Object.assign(record, { ready: true }));
  signalsAreWelcome();
  say("就绪", "ready");
  process.stdout.write(announcement(settings, env));
  return new Promise(() => {});
});
