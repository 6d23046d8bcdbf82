import { existsSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { DEMO_CATEGORIES } from "@/prisma/demo-standing-answers";
import { compile, match } from "./match";
import { chatMessages, measured, rowsOf } from "./measure";

const MESSAGES = chatMessages();
const demo = compile(DEMO_CATEGORIES);

test("of 500 messages as residents type them, none gets a wrong answer by itself", () => {
  expect(new Set(MESSAGES.map(({ text }) => text)).size).toBe(500);
  expect(MESSAGES.filter(({ text }) => [...text].length > 20)).toEqual([]);
  // The rules were made with the first half in sight; the second was looked at when they were done.
  expect(measured(MESSAGES.slice(0, 250), DEMO_CATEGORIES)).toEqual({ messages: 250, wrong: [], requests: 120, caught: 118 });
  expect(measured(MESSAGES.slice(250), DEMO_CATEGORIES)).toEqual({ messages: 250, wrong: [], requests: 112, caught: 104 });
});

const SHARED = path.join(import.meta.dirname, "../../../shared/data/questions");

test("of the real messages at hand, none gets an answer by itself: each is a question", ({ skip }) => {
  skip(!existsSync(SHARED), `the shared questions are not here: ${SHARED}`);
  const letters = ["gov-dev", "gov-unlabelled"].flatMap((file) =>
    rowsOf<{ title: string; body: string }>(path.join(SHARED, `${file}.jsonl`)),
  );
  const short = rowsOf<{ text: string }>(path.join(SHARED, "short-dev.jsonl"));
  const texts = [...letters.flatMap(({ title, body }) => [title, body]), ...short.map(({ text }) => text)];
  expect(texts.length).toBeGreaterThan(18_000);
  expect(texts.filter((text) => match(demo, text) !== null)).toHaveLength(0);
});
