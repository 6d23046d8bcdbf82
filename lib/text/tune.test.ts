import { expect, test } from "vitest";
import { NOT_TUNED, tune, tuned } from "./tune";

const judgements = (shift: number, count: number) =>
  Array.from({ length: count }, (_, index) => {
    const logit = ((index * 37) % 61) / 10 - 3;
    return { logit, together: logit + shift > 0 };
  });

test("officers who take out what the engine joins make it more careful", () => {
  const { tuning, before, after, taken } = tune(judgements(-1.5, 400), NOT_TUNED);
  expect(taken).toBe(true);
  expect(after).toBeLessThan(before);
  expect(tuned(0.5, tuning)).toBeLessThan(0);
});

test("a few judgements change nothing", () => {
  expect(tune(judgements(-1.5, 20), NOT_TUNED)).toMatchObject({ tuning: NOT_TUNED, taken: false });
});

test("a tuning that does worse on what was held back is not taken", () => {
  const good = tune(judgements(-1.5, 400), NOT_TUNED).tuning;
  const misled = judgements(-1.5, 400).map((one, index) => (index % 2 === 0 ? { ...one, together: !one.together } : one));
  expect(tune(misled, good)).toMatchObject({ tuning: good, taken: false });
});
