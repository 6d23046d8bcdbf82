import { v7 as uuid } from "uuid";
import { expect, test } from "vitest";
import { pool } from "@/lib/db";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { largestClusters } from "./largest";

const MONTHS = ["2025-12-01", "2026-01-01", "2026-02-01", "2026-03-01"];
const period = { from: "2026-01-01", to: "2026-03-31" };
const MOST = 2;

test.each([1, 2, 3, 4])("the largest of a period are found, whatever was larger before it: %s", async (seed) => {
  const { accountId } = await town();
  const inPeriod = new Map<string, number>();
  const client = await pool.connect();
  for (let index = 0; index < 60; index += 1) {
    const id = uuid();
    // Half of them were large before, and hardly anybody asked since.
    const counts = MONTHS.map((_, month) =>
      month === 0 ? (index % 2) * (100 + index) : ((index * 7 + month * seed * 13) % 9) + (index % 2 ? 0 : 3),
    );
    inPeriod.set(
      id,
      counts.slice(1).reduce((sum, count) => sum + count, 0),
    );
    for (const [month, start] of MONTHS.entries())
      await client.query(
        `INSERT INTO "Tally" ("accountId", cut, monthly, start, member, kind, outside, opened) SELECT $1, 'cluster', monthly, $2::date, $3, 'any', 'any', $4 FROM (VALUES (true), (false)) grain(monthly)`,
        [accountId, start, id, counts[month]],
      );
    await client.query(
      `INSERT INTO "ClusterTotal" ("clusterId", "accountId", opened, "firstDay", "lastDay") VALUES ($1, $2, $3, $4, '2026-03-01')`,
      [...[id, accountId, counts.reduce((sum, count) => sum + count, 0), counts[0] ? MONTHS[0] : MONTHS[1]]],
    );
  }
  const selection = { accounts: [{ id: accountId, slug: "", name: "" }], period };
  const found = await largestClusters(client, selection, MOST);
  client.release();
  const largest = [...inPeriod.values()].sort((one, other) => other - one).slice(0, MOST);
  expect(found?.map((id) => inPeriod.get(id))).toEqual(largest);
});
