import type pg from "pg";
import type { Books } from "./books";
import { readCast } from "./cast";
import { type Copied, copySheet, tenths } from "./copy";
import { dismantle } from "./indexes";
import { OPENID_PREFIX } from "./people";
import { keepQuickReplies } from "./quick-replies";
import { largeTown, type TownPlan } from "./town";

/** What was written and how long it took, in seconds. */
export type Grown = {
  copied: Copied[];
  rebuilt: { definitions: number; seconds: number };
  vacuumedSeconds: number;
  seconds: number;
  megabytes: number;
};

const TABLES = ["Message", "Resident", "Thread", "Question", "Reply", "InternalNote", "NoteMention", "Event"] as const;

/**
 * Fills a database with a large town, in one transaction: whoever interrupts it leaves the database as it was. Every table it writes is
 * closed to others meanwhile.
 * @param client a connection of its own; the database has accounts, and no large town yet
 * @throws Error when there is a large town already, or somebody else uses the database
 */
export async function growTown(client: pg.Client, plan: TownPlan, say: (text: string) => void): Promise<Grown> {
  const began = performance.now();
  await client.query("BEGIN");
  const loaded = await load(client, plan, say);
  await client.query("COMMIT");
  say("collecting what the planner needs to know");
  const vacuuming = performance.now();
  await client.query(`VACUUM (ANALYZE) ${TABLES.map((table) => client.escapeIdentifier(table)).join(", ")}`);
  const { rows } = await client.query<{ bytes: number }>("SELECT pg_database_size(current_database())::float8 AS bytes");
  const seconds = (from: number) => tenths((performance.now() - from) / 1_000);
  const megabytes = Math.round((rows[0]?.bytes ?? 0) / 2 ** 20);
  return { ...loaded, vacuumedSeconds: seconds(vacuuming), seconds: seconds(began), megabytes };
}

async function load(client: pg.Client, plan: TownPlan, say: (text: string) => void): Promise<Pick<Grown, "copied" | "rebuilt">> {
  await prepare(client);
  const cast = await readCast(client, plan.seed);
  const { books, life } = largeTown(plan, cast);
  const parts = await dismantle(client, TABLES);
  let building = 0;
  const rebuild = async (work: () => Promise<void>) => {
    const began = performance.now();
    await work();
    building += performance.now() - began;
  };

  say(`writing ${plan.questions} questions`);
  const copied = [await copySheet(client, books.messages, lines(books, life))];
  for (const sheet of [books.residents, books.threads]) {
    copied.push(await copySheet(client, sheet));
    // A question finds its place by the resident's window.
    await rebuild(() => parts.rebuild(sheet.table));
  }
  for (const sheet of [books.questions, books.replies, books.notes, books.mentions, books.events])
    copied.push(await copySheet(client, sheet));

  say("building the indexes");
  const left = TABLES.filter((table) => table !== "Resident" && table !== "Thread");
  for (const table of left) await rebuild(() => parts.rebuild(table));
  await rebuild(parts.finish);
  await client.query("SELECT tally_questions()");
  await countOn(client, books);
  await keepQuickReplies(client, cast, plan);
  return { copied, rebuilt: { definitions: parts.count, seconds: tenths(building / 1_000) } };
}

async function prepare(client: pg.Client) {
  for (const setting of ["lock_timeout = '5s'", "statement_timeout = 0", "maintenance_work_mem = '512MB'", "TIME ZONE 'UTC'"]) {
    await client.query(`SET LOCAL ${setting}`);
  }
  await client.query(`LOCK TABLE ${TABLES.map((table) => client.escapeIdentifier(table)).join(", ")} IN ACCESS EXCLUSIVE MODE`);
  const { rowCount } = await client.query(`SELECT 1 FROM "Resident" WHERE openid LIKE $1 LIMIT 1`, [`${OPENID_PREFIX}%`]);
  if (rowCount) throw new Error("this database has a large town already");
}

function* lines({ messages }: Books, life: Generator<void>): Generator<Buffer> {
  for (const _pause of life) yield* messages.pieces();
  yield* messages.pieces();
}

/** New rows count on from the town's. */
async function countOn(client: pg.Client, books: Books) {
  for (const [table, row] of [
    ["Message", "message"],
    ["Reply", "reply"],
    ["InternalNote", "note"],
  ] as const) {
    await client.query("SELECT setval(pg_get_serial_sequence($1, 'seq'), $2, false)", [`"${table}"`, books.next(row)]);
  }
}
