import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { HOUR } from "@/lib/time/rules";
import { largeTown } from "./town";

const cast = {
  accounts: [{ id: "01930000-0000-7000-8000-000000000001", weight: 1, originalId: "gh_town", greetingText: "您好", emergencyText: "119" }],
  officers: ["顾", "孙"].map((name, index) => ({ id: `01930000-0000-7000-8000-00000000001${index}`, name })),
  first: { message: 1, reply: 1, note: 1 },
};

/** Every row of every table, by table. */
function rowsOf(questions: number, seed: number) {
  const { books, life } = largeTown({ questions, months: 36, seed, until: Date.parse("2026-11-22T12:00:00Z") }, cast);
  for (const _pause of life);
  const { messages, questions: asked, replies, residents, threads, notes, mentions, events } = books;
  const sheets = [messages, asked, replies, residents, threads, notes, mentions, events];
  return new Map(
    sheets.map((sheet) => {
      const lines = Buffer.concat(sheet.pieces()).toString().split("\n").slice(0, -1);
      return [sheet.table, lines.map((line) => Object.fromEntries(line.split("\t").map((cell, index) => [sheet.columns[index], cell])))];
    }),
  );
}

const digest = (rows: unknown) => createHash("sha256").update(JSON.stringify(rows)).digest("hex");

test("the same seed grows the same town, another one another", () => {
  const rows = rowsOf(300, 7);
  expect(digest([...rowsOf(300, 7)])).toBe(digest([...rows]));
  expect(digest([...rowsOf(300, 8)])).not.toBe(digest([...rows]));
});

test("it has the shape of a town: few write much, a fault makes many write at once, nights are quiet, sentences differ", () => {
  const rows = rowsOf(6_000, 1);
  const questions = rows.get("Question") ?? [];
  const messages = rows.get("Message") ?? [];
  expect(questions).toHaveLength(6_000);
  expect(messages.length / questions.length).toBeGreaterThan(6);
  expect(messages.length / questions.length).toBeLessThan(7.5);

  const asked = Object.values(countedBy(questions, ({ threadId }) => String(threadId)));
  expect(asked.filter((times) => times === 1).length / asked.length).toBeGreaterThan(0.5);
  expect(Math.max(...asked)).toBeGreaterThan(40);
  const openedAt = questions.map((question) => Date.parse(String(question.openedAt)));
  expect(Math.max(...Object.values(countedBy(openedAt, (at) => String(Math.floor(at / HOUR)))))).toBeGreaterThan(100);
  const atNight = openedAt.filter((at) => new Date(at + 8 * HOUR).getUTCHours() < 6).length;
  expect(atNight / openedAt.length).toBeLessThan(0.1);
  expect(new Set(messages.map(({ text }) => text)).size).toBeGreaterThan(5_000);
});

function countedBy<Thing>(things: readonly Thing[], key: (thing: Thing) => string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const thing of things) counts[key(thing)] = (counts[key(thing)] ?? 0) + 1;
  return counts;
}
