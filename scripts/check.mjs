import { runChecks } from "./setup/checks.mjs";
import { command } from "./setup/command.mjs";
import { ensureInstalled } from "./setup/install.mjs";
import { ensureGenerated } from "./setup/prisma.mjs";

// `npm run check`: format, lint, types, unused code.
await command(async () => {
  await ensureInstalled({ development: true });
  await ensureGenerated();
  await runChecks();
  return 0;
});
