import { createHash } from "node:crypto";
import pg from "pg";
import { type Grown, growTown } from "@/prisma/large-town/grow";
import { hashOf } from "@/scripts/setup/hash.mjs";
import { root } from "@/scripts/setup/root.mjs";
import { query } from "./database";
import { deskEnvironment, seedAccount } from "./desk-environment";
import { addressOf, copyKept } from "./kept-town";
import { signedInOfficers } from "./people";
import { tell } from "./report";
import { type Server, startWeb } from "./servers";

/** A desk with a large town in a database of its own, its web process, and an officer who is signed in there. */
export type GrownDesk = {
  questions: number;
  grown: Grown;
  environment: typeof deskEnvironment;
  web: Server;
  cookie: string;
  officerId: string;
  /** The second of its two accounts. */
  otherAccountId: string;
};

type CountFacts = (environment: typeof deskEnvironment) => Promise<void>;

const MONTHS = 60;
const SEED = 1;
const YEAR = { months: 12, eventDays: 400 };

/** Creates the database beside the one of the command, fills it with so many months and starts a web process on it. */
export async function growDesk(questions: number, months = MONTHS): Promise<GrownDesk> {
  const environment = await growDatabase(questions);
  const grown = await fill(environment.DATABASE_URL, questions, { months });
  const web = await startWeb(environment);
  const [cookie = ""] = await signedInOfficers(environment.DATABASE_URL, String(environment.AUTH_SECRET), 1);
  const [officer] = await query<{ id: string }>(environment.DATABASE_URL, `SELECT id FROM "Officer" WHERE name = 'bench 1'`);
  const [other] = await query<{ id: string }>(
    environment.DATABASE_URL,
    `SELECT id FROM "OfficialAccount" ORDER BY "createdAt" DESC LIMIT 1`,
  );
  return { questions, grown, environment, web, cookie, officerId: officer?.id ?? "", otherAccountId: other?.id ?? "" };
}

/**
 * The same without a web process, over a year whose events are all there, with what reports count of them.
 * @param finish statements that complete the town
 * @param count makes the facts
 * @param kept whether a town of the same recipe is taken again, or kept to be
 */
export async function growYear(
  questions: number,
  finish: readonly string[],
  count: CountFacts,
  kept: boolean,
): Promise<typeof deskEnvironment> {
  const grow = async (name: string) => {
    const { DATABASE_URL } = await growDatabase(questions, name);
    await fill(DATABASE_URL, questions, YEAR);
    for (const statement of finish) await query(DATABASE_URL, statement);
  };
  const name = `jida_${questions}`;
  if (kept) {
    const town = `kept_${questions}_${recipeOf(["prisma/large-town"], { finish, SEED, YEAR })}`;
    await copyKept(`${town}_${recipeOf(["lib/reports", "lib/sla", "prisma/migrations"], {})}`, name, async (growing) => {
      await copyKept(town, growing, grow);
      await count(environmentOf(growing));
    });
  } else {
    await grow(name);
    await count(environmentOf(name));
  }
  return environmentOf(name);
}

function recipeOf(folders: string[], more: object): string {
  return createHash("sha256").update(hashOf(root, folders)).update(JSON.stringify(more)).digest("hex").slice(0, 12);
}

function environmentOf(name: string): typeof deskEnvironment {
  return { ...deskEnvironment, DATABASE_URL: addressOf(name) };
}

async function growDatabase(questions: number, name = `jida_${questions}`) {
  await query(addressOf("postgres"), `CREATE DATABASE ${name} TEMPLATE ${new URL(deskEnvironment.DATABASE_URL).pathname.slice(1)}`);
  const environment = environmentOf(name);
  await seedAccount(environment);
  await query(
    environment.DATABASE_URL,
    `INSERT INTO "OfficialAccount" (id, slug, name, "originalId", "appId", "sealedAppSecret", "sealedToken", "sealedAesKey", "greetingText", "emergencyText", "dangerWords", "createdAt")
     SELECT gen_random_uuid(), slug || '-service', name || '政务', "originalId" || 'b', "appId" || 'b', "sealedAppSecret", "sealedToken", "sealedAesKey", "greetingText", "emergencyText", "dangerWords", "createdAt" + interval '1 second'
     FROM "OfficialAccount"`,
  );
  return environment;
}

async function fill(databaseUrl: string, questions: number, span: { months: number; eventDays?: number }): Promise<Grown> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ at: Date }>("SELECT clock_timestamp() AS at");
    const plan = { questions, ...span, seed: SEED, until: rows[0]?.at.getTime() ?? 0 };
    return await growTown(client, plan, (text) => tell(`${questions}: ${text}`));
  } finally {
    await client.end();
  }
}
