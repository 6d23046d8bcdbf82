import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { at, row } from "@/app/(officer)/inbox/feed/testing";
import { MINUTE, SECOND } from "@/lib/time/rules";
import { watchQuestions } from "./watch-questions";

/** The desk's answers, one for each reading; null when it cannot be reached. */
let answers: (string[] | null)[] = [];
const asked = vi.fn(async () => {
  const ids = answers.shift();
  if (!ids) throw new TypeError("fetch failed");
  return Response.json({ readAt: at(0), questions: ids.map((id) => row(id, 0)) });
});

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("fetch", asked);
  asked.mockClear();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test("a first reading that failed is soon made again; one that came is made again after two minutes, and none after leaving", async () => {
  answers = [null, null, ["1"], ["1", "2"]];
  const leaving = new AbortController();
  const seen: string[] = [];
  watchQuestions(leaving.signal, (rows) => seen.push(rows.map(({ id }) => id).join()));
  await vi.advanceTimersByTimeAsync(9 * SECOND);
  expect([asked.mock.calls.length, seen.length]).toEqual([2, 0]);
  await vi.advanceTimersByTimeAsync(3 * SECOND);
  expect([asked.mock.calls.length, seen.at(-1)]).toEqual([3, "1"]);
  await vi.advanceTimersByTimeAsync(2 * MINUTE);
  expect([asked.mock.calls.length, seen.at(-1)]).toEqual([4, "1,2"]);
  leaving.abort();
  await vi.advanceTimersByTimeAsync(10 * MINUTE);
  expect(asked).toHaveBeenCalledTimes(4);
});
