import { expect, test } from "vitest";
import { after, MINUTE } from "@/lib/time/rules";
import { answerDue, type KeptAnswer, pauseAnswer, recountAnswer, resumeAnswer } from "./answering";
import { DEFAULT_BOOK, termsAt } from "./terms";

const at = (minutes: number) => after(new Date("2026-11-23T01:00:00Z"), minutes * MINUTE);
const pause = (from: number, until: number | null) => ({ from: at(from), until: until === null ? null : at(until) });
const due = (...pauses: ReturnType<typeof pause>[]) => answerDue(null, at(0), 60, pauses);
const terms = termsAt(DEFAULT_BOOK, at(0));

test("what was due by the instant of a question stays due, and no pause counts twice, whatever their order", () => {
  expect(due(pause(60, null))).toEqual({ dueAt: at(60), pausedMinutes: 0 });
  expect(due(pause(59, null))).toEqual({ dueAt: null, pausedMinutes: 0 });
  expect(due(pause(30, 50), pause(10, 20))).toEqual({ dueAt: at(90), pausedMinutes: 30 });
  expect(due(pause(10, 40), pause(20, 50))).toEqual({ dueAt: at(100), pausedMinutes: 40 });
  expect(due(pause(10, 40), pause(20, 30))).toEqual({ dueAt: at(90), pausedMinutes: 30 });
});

test("a clock that stands still is stopped no second time, and one that runs is not set going", () => {
  const runs: KeptAnswer = { openedAt: at(0), answerMinutes: 60, answerAroundTheClock: true, answerPausedAt: [], answerResumedAt: [] };
  expect(resumeAnswer(runs, terms, at(5))).toEqual({});
  const stands = { ...runs, ...pauseAnswer(runs, terms, at(10)) };
  expect(stands).toMatchObject({ answerDueAt: null, answerPausedAt: [at(10)] });
  expect(pauseAnswer(stands, terms, at(15))).toEqual({});
  const again = { ...stands, ...resumeAnswer(stands, terms, at(30)) };
  expect(again).toMatchObject({ answerDueAt: at(80), answerPausedMinutes: 20, answerResumedAt: [at(30)] });
  expect(pauseAnswer({ ...runs, answerMinutes: null }, terms, at(10))).toEqual({});
  expect(recountAnswer({ ...again, answerMinutes: null }, terms)).toEqual({ answerDueAt: null, answerPausedMinutes: 0 });
});
