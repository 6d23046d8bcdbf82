import { command } from "./setup/command.mjs";
import { ensureInstalled } from "./setup/install.mjs";
import { typescript } from "./setup/parts.mjs";
import { runAloud } from "./setup/run.mjs";

// `npm run --silent group -- FILE.jsonl` groups a file of questions as the inbox would have grouped them; no database is needed.
await command(async () => {
  await ensureInstalled({ development: false });
  return runAloud(typescript("scripts/group.ts", process.argv.slice(2)), { env: process.env });
});
