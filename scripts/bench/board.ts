import { createHash, randomBytes, randomUUID } from "node:crypto";
import { parseArgs } from "node:util";
import { ensureBuilt } from "@/scripts/setup/build.mjs";
import { query } from "./support/database";
import { deskEnvironment } from "./support/desk-environment";
import { type GrownDesk, growDesk } from "./support/grown-desk";
import type { Work } from "./support/inbox-works";
import { print, surroundings } from "./support/report";
import { startQueries } from "./support/runner-process";
import { rounded } from "./support/statistics";
import { sideOf, timeInTurn } from "./support/time-inbox";

// What one look of a wall costs the server, in a large town of twelve months, beside a plain count over its questions.
const { values: options } = parseArgs({
  options: { questions: { type: "string", default: "450000" }, samples: { type: "string", default: "200" } },
});
const questions = Number(options.questions);
const samples = Number(options.samples);
const MONTHS = 12;
const WARM_UP = 30;
const GOAL = 30;
/** Of the open questions so many matters are made, the first of them the largest. */
const MATTERS = 40;

await ensureBuilt(deskEnvironment);
print({ bench: "board", ...(await surroundings(deskEnvironment.DATABASE_URL)), questions, months: MONTHS, samples, warmUp: WARM_UP });
const desk = await growDesk(questions, MONTHS);
await group(desk);
print({ grown: desk.questions, ...desk.grown, ...(await standing(desk)) });

const works: Work[] = [
  { name: "board", goalMs: GOAL, ask: () => ({ place: "/board/now", call: { does: "board" } }) },
  // Of this one only the query counts: nothing on the web counts all there is.
  { name: "count of all", goalMs: GOAL, ask: () => ({ place: "/api/health", call: { does: "count of all" } }) },
];
const wall = { ...desk, cookie: await wallCookie(desk) };
const side = await sideOf(wall, await startQueries(desk.environment), works);
const [board] = await timeInTurn([side], "board", { warmUp: WARM_UP, samples });
const [count] = await timeInTurn([side], "count of all", { warmUp: WARM_UP, samples });
side.connection.close();
side.queries.stop();
await desk.web.stop();
if (!board || !count) throw new Error("nothing was timed");

print({ work: "board", ...board });
print({ work: "count of all", queries: count.queries });
print({
  summary: "board",
  comparedWith: "SELECT count(*) over all questions, on the same connection pool in the same run",
  questions,
  samples,
  queriesMs: { p50: board.queries.p50, p95: board.queries.p95 },
  httpMs: { p50: board.http.p50, p95: board.http.p95 },
  countMs: { p50: count.queries.p50, p95: count.queries.p95 },
  boardPerCount: rounded(board.queries.p50 / count.queries.p50),
  refused: board.refused,
  goals: { p95Ms: { goal: GOAL, of: "over HTTP", met: board.refused === 0 && board.http.p95 <= GOAL } },
});

/** Lets the open questions stand in matters, as the worker would have placed them. */
async function group({ environment }: GrownDesk) {
  const url = environment.DATABASE_URL;
  await query(
    url,
    `INSERT INTO "Cluster" (id, "accountId", place, matter, "openedAt")
     SELECT gen_random_uuid(), a.id, '三号路', '停水', now() FROM "OfficialAccount" a, generate_series(1, $1::int)`,
    [MATTERS],
  );
  await query(
    url,
    `UPDATE "Question" q SET "clusterId" = c.id FROM (
       SELECT o.id AS "questionId", o."accountId", floor($1 * power(random(), 3))::int AS place FROM "Question" o WHERE o."endedAt" IS NULL
     ) o JOIN (SELECT id, "accountId", (row_number() OVER (PARTITION BY "accountId" ORDER BY id) - 1)::int AS place FROM "Cluster") c
       ON c."accountId" = o."accountId" AND c.place = o.place
     WHERE q.id = o."questionId"`,
    [MATTERS],
  );
  await query(url, 'VACUUM (ANALYZE) "Question"');
}

async function standing({ environment }: GrownDesk) {
  const [row] = await query<{ open: number; today: number; lastHour: number }>(
    environment.DATABASE_URL,
    `SELECT count(*) FILTER (WHERE "endedAt" IS NULL)::int AS open, count(*) FILTER (WHERE "openedAt" > now() - interval '1 day')::int AS today,
       count(*) FILTER (WHERE "firstRepliedAt" > now() - interval '1 hour')::int AS "lastHour" FROM "Question"`,
  );
  return { open: row?.open, openedInADay: row?.today, respondedInAnHour: row?.lastHour };
}

async function wallCookie({ environment, officerId }: GrownDesk) {
  const secret = `board_${randomBytes(32).toString("base64url")}`;
  await query(
    environment.DATABASE_URL,
    `INSERT INTO "BoardToken" (id, "accountIds", name, "secretHash", "createdById", "createdAt")
     SELECT $1, array_agg(id), 'bench', $2, $3, now() FROM "OfficialAccount"`,
    [randomUUID(), createHash("sha256").update(secret).digest("hex"), officerId],
  );
  return `jida-board=${secret}`;
}
