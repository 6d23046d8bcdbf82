import { parseArgs } from "node:util";
import pg from "pg";
import { z } from "zod";
import { db, pool } from "@/lib/db";
import { env } from "@/lib/env";
import { alignClock, now } from "@/lib/time/clock";
import { growTown } from "@/prisma/large-town/grow";
import { prepareTown } from "@/prisma/large-town/prepare";

const USAGE = "npm run seed -- --questions N [--months M] [--seed S]";
const options = { questions: { type: "string" }, months: { type: "string" }, seed: { type: "string" } } as const;
const plan = z.object({
  questions: z.coerce.number().int().min(1).max(10_000_000),
  months: z.coerce.number().int().min(1).max(240).default(60),
  seed: z.coerce.number().int().min(0).default(1),
});

try {
  const { values } = parseArgs({ options });
  const parsed = plan.safeParse(values);
  if (!parsed.success) throw new Error(USAGE);
  await alignClock();
  await prepareTown();
  const client = new pg.Client({ connectionString: env.DATABASE_URL });
  await client.connect();
  const grown = await growTown(client, { ...parsed.data, until: now().getTime() }, (text) => console.error(`        ${text}`));
  await client.end();
  console.log(JSON.stringify(grown, null, 2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  await db.$disconnect();
  await pool.end();
}
