import pg from "pg";
import { type Grown, growTown } from "@/prisma/large-town/grow";
import { query } from "./database";
import { deskEnvironment, seedAccount } from "./desk-environment";
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

const MONTHS = 60;
const SEED = 1;

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

/** The same without a web process, over a year whose events are all there. */
export async function growYear(questions: number): Promise<typeof deskEnvironment> {
  const environment = await growDatabase(questions);
  await fill(environment.DATABASE_URL, questions, { months: 12, eventDays: 400 });
  return environment;
}

async function growDatabase(questions: number) {
  const template = new URL(deskEnvironment.DATABASE_URL);
  const address = new URL(template);
  address.pathname = `/jida_${questions}`;
  const administration = new URL(template);
  administration.pathname = "/postgres";
  await query(administration.toString(), `CREATE DATABASE ${address.pathname.slice(1)} TEMPLATE ${template.pathname.slice(1)}`);
  const environment: typeof deskEnvironment = { ...deskEnvironment, DATABASE_URL: address.toString() };
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
