import pg from "pg";

/** Runs one statement on a connection of its own. @throws what PostgreSQL says */
export async function query<Row extends pg.QueryResultRow>(url: string, text: string, values: unknown[] = []): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => undefined);
  await client.connect();
  try {
    return (await client.query<Row>(text, values)).rows;
  } finally {
    await client.end();
  }
}

export type Stored = { acknowledged: number; missing: number; twice: number };

/** What the database holds of acknowledged messages: each must be there exactly once. */
export async function countStored(url: string, msgIds: readonly string[]): Promise<Stored> {
  const [counted] = await query<Stored>(
    url,
    `SELECT count(*)::int AS acknowledged, count(*) FILTER (WHERE stored IS NULL)::int AS missing, count(*) FILTER (WHERE stored > 1)::int AS twice
     FROM unnest($1::text[]) AS said(id)
     LEFT JOIN (SELECT "wechatMsgId" AS id, count(*) AS stored FROM "Message" WHERE direction = 'inbound' GROUP BY 1) kept USING (id)`,
    [msgIds],
  );
  return counted ?? { acknowledged: 0, missing: 0, twice: 0 };
}
