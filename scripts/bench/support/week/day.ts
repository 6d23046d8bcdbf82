import { setTimeout as pause } from "node:timers/promises";
import { startCrashDesk } from "@/scripts/bench/support/crash-desk";
import { query } from "@/scripts/bench/support/database";
import { tell } from "@/scripts/bench/support/report";
import { callSandbox } from "@/scripts/bench/support/sandbox-calls";
import { workUntilStopped } from "./officers";
import { instantOf, planDay, textsOfWeek, type WeekOptions } from "./plan";
import { openDesk, tokensOf } from "./setting";
import { judgeWeek } from "./verdict";

// One day of the week, in a process whose clock runs fast: desk and platform are started, lived with, and stopped for the night.
const options = JSON.parse(process.env.WEEK_DAY ?? "") as WeekOptions & { dataFolder: string; last: boolean };
const SECOND = 1_000;
const PATIENCE = 600 * SECOND;

const { source, texts } = textsOfWeek(options.seed);
const plan = planDay(options, texts);
const desk = await startCrashDesk(options.dataFolder);
process.env.DATABASE_URL = desk.databaseUrl;
process.env.AUTH_SECRET = desk.authSecret;
try {
  await openDesk(desk.databaseUrl);
  const tokens = await tokensOf(options.dataFolder, desk.databaseUrl);
  const officers = tokens.map(({ officerId, token }, index) =>
    workUntilStopped({ port: desk.port, token }, officerId, options.seed * 31 + index + Date.parse(options.day)),
  );
  let taken = 0;
  for (const { at, openid, text } of plan) {
    await pause(Math.max(0, at.getTime() - Date.now()));
    const place = `/sandbox/residents/${openid}`;
    await callSandbox(desk.sandbox.url, "PUT", place, { name: openid });
    const { outcome } = await callSandbox<{ outcome: string }>(desk.sandbox.url, "POST", `${place}/messages`, { text });
    if (outcome !== "failed") taken += 1;
  }
  await pause(Math.max(0, instantOf(options.day, options.to) - Date.now()));
  for (const officer of officers) await officer.stop();
  await untilSent(desk.databaseUrl);
  tell(
    `${options.day}: ${plan.length} said (${source}), ${taken} taken, ${officers.reduce((sum, { done }) => sum + done(), 0)} done, ${new Date().toISOString()}`,
  );
  if (options.last) process.stdout.write(`${JSON.stringify(await judgeWeek(desk.databaseUrl))}\n`);
} finally {
  await desk.stop();
}
process.exit(0);

async function untilSent(databaseUrl: string) {
  const end = Date.now() + PATIENCE;
  for (;;) {
    const [waiting] = await query<{ count: number }>(
      databaseUrl,
      `SELECT count(*)::int AS count FROM "Reply" WHERE status IN ('queued', 'sending')`,
    );
    if (waiting?.count === 0 || Date.now() > end) return;
    await pause(2 * SECOND);
  }
}
