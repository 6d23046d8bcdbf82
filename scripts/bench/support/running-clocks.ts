import pg from "pg";
import { spreadOf } from "./statistics";

type Plan = { clocks: number; seconds: number; ended: number; lead: number };

/**
 * Questions that have ended, and running clocks whose first step comes evenly over so many seconds, from `lead` seconds on. The server and
 * this process are of one machine: their clocks are one.
 */
export async function plantClocks(url: string, { clocks, seconds, ended, lead }: Plan): Promise<void> {
  await withClient(url, async (client) => {
    await client.query(
      `INSERT INTO "Resident" (id, "accountId", openid, "firstSeenAt") SELECT gen_random_uuid(), id, 'oBench', now() FROM "OfficialAccount" LIMIT 1 ON CONFLICT DO NOTHING`,
    );
    await client.query(
      `INSERT INTO "Thread" (id, "accountId", "residentId", "lastMessageAt") SELECT gen_random_uuid(), "accountId", id, now() FROM "Resident" WHERE openid = 'oBench' ON CONFLICT DO NOTHING`,
    );
    const insert = (openedAt: string, endedAt: string, count: number) =>
      client.query(
        `INSERT INTO "Question" (id, "accountId", "threadId", collecting, "openedAt", "targetMinutes", "dueAt", "groupedAt", "firstRepliedAt", "answeredAt")
         SELECT gen_random_uuid(), t."accountId", t.id, false, opened.at, 10, opened.at + interval '10 minutes', opened.at, ${endedAt}, ${endedAt}
         FROM "Thread" t CROSS JOIN LATERAL (SELECT ${openedAt} AS at, n FROM generate_series(0, $1::int - 1) n) opened`,
        [count],
      );
    await insert(`now() - interval '1 day' - n * interval '3 minutes'`, `opened.at + interval '5 minutes'`, ended);
    await client.query(`ANALYZE "Question"`);
    // The first step is at seven minutes of ten.
    await insert(
      `now() - interval '7 minutes' + ${lead} * interval '1 second' + n * ${seconds} / ${clocks}::float8 * interval '1 second'`,
      "NULL::timestamptz",
      clocks,
    );
    await client.query(`ANALYZE "Question"`);
  });
}

/** Milliseconds of a look for what is due when nothing is: by the index of instants, and through every question, in turn. */
export async function timeLooks(url: string, looks: number) {
  return withClient(url, async (client) => {
    const indexed: number[] = [];
    const naive: number[] = [];
    const time = async (text: string) => {
      const began = performance.now();
      await client.query(text);
      return performance.now() - began;
    };
    for (let look = 0; look < looks; look += 1) {
      indexed.push(
        await time(
          `SELECT id FROM "Question" WHERE "escalateAt" <= now() - interval '1 hour' AND "owedAt" IS NOT NULL ORDER BY "escalateAt" LIMIT 500`,
        ),
      );
      naive.push(
        await time(
          `SELECT id FROM "Question" WHERE "owedAt" + 0 * interval '1 minute' - "warnMinutes" * interval '1 minute' <= now() - interval '1 hour'`,
        ),
      );
    }
    return { indexedMs: spreadOf(indexed), everyQuestionMs: spreadOf(naive) };
  });
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
