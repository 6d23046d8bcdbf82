import type pg from "pg";
import type { First, TownAccount } from "./books";
import { drawFrom } from "./draw";
import type { Colleague } from "./script";
import type { Cast } from "./town";

/** Who answers besides the officers that are there; nobody can sign in as one of them. */
const MORE_OFFICERS = "顾孙周吴郑冯陈魏";
/** The first account has most of the letters. */
const LATER_ACCOUNT = 0.2;

/** The accounts and officers of a database, with colleagues added, and the numbers its rows have come to. */
export async function readCast(client: pg.Client, seed: number): Promise<Cast> {
  const { rows: accounts } = await client.query<Omit<TownAccount, "weight">>(
    `SELECT id, "originalId", "greetingText", "emergencyText" FROM "OfficialAccount" ORDER BY "createdAt", id`,
  );
  if (accounts.length === 0) throw new Error("this database has no account to write to");
  await addOfficers(client, seed);
  const { rows: officers } = await client.query<Colleague>(
    `SELECT id, name FROM "Officer" WHERE login IS NOT NULL AND role <> 'admin' AND "deactivatedAt" IS NULL ORDER BY login`,
  );
  return {
    accounts: accounts.map((account, index) => ({ ...account, weight: index === 0 ? 1 : LATER_ACCOUNT })),
    officers,
    first: {
      message: await nextOf(client, "Message"),
      reply: await nextOf(client, "Reply"),
      note: await nextOf(client, "InternalNote"),
    } satisfies First,
  };
}

async function addOfficers(client: pg.Client, seed: number) {
  const draw = drawFrom(seed);
  const { rows } = await client.query<{ at: Date }>("SELECT now() AS at");
  for (const [index, name] of [...MORE_OFFICERS].entries()) {
    const id = draw.id(rows[0]?.at.getTime() ?? 0);
    await client.query(`INSERT INTO "Officer" (id, login, name, role) VALUES ($1, $2, $3, 'officer')`, [id, `town-${index + 1}`, name]);
    await client.query(`INSERT INTO "OfficerAccount" ("officerId", "accountId") SELECT $1, id FROM "OfficialAccount"`, [id]);
  }
}

async function nextOf(client: pg.Client, table: string): Promise<number> {
  const { rows } = await client.query<{ next: string }>("SELECT nextval(pg_get_serial_sequence($1, 'seq')) AS next", [`"${table}"`]);
  return Number(rows[0]?.next ?? 1);
}
