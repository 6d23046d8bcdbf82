import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { record } from "@/lib/events/record";
import { sealEvents } from "@/lib/events/seal";
import { csvOfCells } from "@/lib/reports/sheets";
import { now } from "@/lib/time/clock";
import { DEFAULT_TIME_ZONE, dayOf } from "@/lib/time/zones";
import en from "@/locales/en.json";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { exportTrail } from "./export-trail";
import { namesIn } from "./queries";
import { cellsOf, headsOf, lineOf } from "./sheets";

test("what is taken home names people and is told in the trail; nothing in it is a formula", async () => {
  const { accountId, lin, he } = await town();
  await db.officer.update({ where: { id: lin.id }, data: { name: "=HYPERLINK(1)" } });
  await record(db, { type: "question.assigned", accountId, officerId: lin.id, facts: { toId: he.id } }, now());
  await expect
    .poll(async () => {
      await sealEvents();
      return db.auditSeal.count({ where: { chain: accountId } });
    })
    .toBeGreaterThan(1);

  const today = dayOf(now(), DEFAULT_TIME_ZONE);
  const { rows, isCapped } = await exportTrail({ accountId, from: today, to: today, machine: false }, "csv", he);
  const reader = { words: en.audit, names: await namesIn(rows), timeZone: DEFAULT_TIME_ZONE };
  const [line = ""] = rows.map((row) => csvOfCells(cellsOf(row, reader), DEFAULT_TIME_ZONE));
  expect(line).toContain(`"'=HYPERLINK(1)"`);
  expect(line).toContain("assigned a question");
  expect(line).toContain("to: 何");
  expect(headsOf(reader)).toHaveLength(cellsOf(rows[0] as never, reader).length);
  expect(JSON.parse(lineOf(rows[0] as never, reader))).toMatchObject({ type: "question.assigned", what: "assigned a question" });
  expect(isCapped).toBe(false);
  expect(await db.event.findFirst({ where: { type: "audit.exported" } })).toMatchObject({
    accountId,
    officerId: he.id,
    facts: { format: "csv", rows: 1 },
  });
});

test("every kind of event is said in words", async () => {
  const types = [...readFileSync("lib/events/types.ts", "utf8").matchAll(/\| "(\w+)\.(\w+)"/g)];
  const said: Record<string, Record<string, string>> = en.audit.events;
  expect(types.filter(([, group = "", happened = ""]) => !said[group]?.[happened]).map(([, ...type]) => type.join("."))).toEqual([]);
  expect(types.filter(([, group = ""]) => !(group in en.audit.groups))).toEqual([]);
});
