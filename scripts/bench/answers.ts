import { parseArgs } from "node:util";
import { pool } from "@/lib/db";
import { chatMessages, measured } from "@/lib/standing-answers/measure";
import { DEMO_CATEGORIES } from "@/prisma/demo-standing-answers";
import { ensureBuilt } from "@/scripts/setup/build.mjs";
import { query } from "./support/database";
import { deskEnvironment, seedAccount } from "./support/desk-environment";
import { publishRules } from "./support/many-rules";
import { pushMixed, type Served } from "./support/mixed-pushes";
import { print, surroundings, tell } from "./support/report";
import { startWeb } from "./support/servers";
import { rounded } from "./support/statistics";

// How long WeChat waits for a standing answer of a desk with a thousand rules, beside what it waits for the `success` to a question.
const { values: options } = parseArgs({
  options: {
    rules: { type: "string", default: "1000" },
    seconds: { type: "string", default: "30" },
    "per-second": { type: "string", default: "60" },
  },
});
const rules = Number(options.rules);
const seconds = Number(options.seconds);
const perSecond = Number(options["per-second"]);
const GOAL_MS = 100;
const GOAL_WRONG = 0.005;

await ensureBuilt(deskEnvironment);
await seedAccount();
print({ bench: "answers", ...(await surroundings(deskEnvironment.DATABASE_URL)), rules, seconds, perSecond });
const texts = await publishRules(rules);
await pool.end();
tell(`${rules} rules are published, ${texts.length} texts ask for them`);

const web = await startWeb(deskEnvironment);
const taken: (Served & { mode: string })[] = [];
for (const [index, mode] of (["plain", "safe"] as const).entries()) {
  const firstId = 25_000_000_000_000 + index * 1_000_000;
  const { standing, question } = await pushMixed(texts, { port: web.port, mode, perSecond, seconds, firstId });
  print({ mode, standing, question, standingToQuestion: { p99: rounded(standing.latencyMs.p99 / question.latencyMs.p99) } });
  taken.push({ ...standing, mode }, { ...question, mode: `${mode}, question` });
}
await web.stop();

const stored = await query(deskEnvironment.DATABASE_URL, `SELECT nature, count(*)::int AS messages FROM "Message" GROUP BY 1 ORDER BY 1`);
const chat = measured(chatMessages(), DEMO_CATEGORIES);
const served = taken.filter(({ mode }) => !mode.endsWith("question"));
print({
  summary: "answers",
  rules,
  p99Ms: Object.fromEntries(taken.map(({ mode, latencyMs }) => [mode, latencyMs.p99])),
  goalMs: { goal: GOAL_MS, met: served.every(({ latencyMs }) => latencyMs.p99 <= GOAL_MS) },
  wrongAnswers: taken.reduce((sum, { wrong }) => sum + wrong, 0),
  stored,
  falseAutomatic: {
    ...chat,
    wrong: chat.wrong.length,
    share: chat.wrong.length / chat.messages,
    goal: GOAL_WRONG,
    met: chat.wrong.length / chat.messages <= GOAL_WRONG,
  },
});
