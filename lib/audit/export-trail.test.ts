import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { record } from "@/lib/events/record";
import { sealEvents } from "@/lib/events/seal";
import { csvOfCells } from "@/lib/reports/sheets";
import { now } from "@/lib/time/clock";
import { DEFAULT_TIME_ZONE, dayOf } from "@/lib/time/zones";
import en from "@/locales/en.json";
import zhCN from "@/locales/zh-CN.json";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { exportTrail } from "./export-trail";
import { namesIn } from "./queries";
import { cellsOf, headsOf, lineOf } from "./sheets";
import { factsOf, wordsOf } from "./words";

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
  const reader = { words: wordsOf("en"), names: await namesIn(rows), timeZone: DEFAULT_TIME_ZONE };
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

test("whatever an event records is said by a name in words, officers by theirs", () => {
  const files = readdirSync("lib", { recursive: true, encoding: "utf8" }).filter((path) => /(?<!testing|\.test)\.ts$/.test(path));
  const sources = files.map((path) => readFileSync(`lib/${path}`, "utf8"));
  const recorded = sources
    .filter((source) => /\brecord(All)?\(/.test(source))
    .flatMap((source) => [...source.matchAll(/facts: \{([^{}]*)\}/g)]);
  const told = recorded.flatMap(([, facts = ""]) => [...facts.replace(/\([^()]*\)/g, "").matchAll(/(?:^|,)\s*(\w+)\s*(?=[:,]|$)/g)]);
  const names = new Set(told.map(([, name = ""]) => name));
  expect(names.size).toBeGreaterThan(80);
  for (const { audit } of [en, zhCN]) expect([...names].filter((name) => !(name in audit.facts))).toEqual([]);

  const said = factsOf(
    { to: "2026-11-23", ofId: "1", roleBefore: "officer", from: "2026-11-17", factorDue: true },
    new Map([["1", "林"]]),
    wordsOf("en"),
  );
  expect(said.map(([name, value]) => `${name} ${value}`)).toEqual([
    ...["second factor due yes", "from 2026-11-17", "whose 林", "role before Duty officer", "to 2026-11-23"],
  ]);
});
