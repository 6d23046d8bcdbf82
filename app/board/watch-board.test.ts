import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Board } from "@/lib/board/rules";
import { after, SECOND } from "@/lib/time/rules";
import { ASKED_EVERY, type Heard, isOutdated, stillSince, watchBoard } from "./watch-board";

const noon = new Date("2026-11-23T04:00:00Z");
const board = { now: noon } as Board;
const told: Heard = { kind: "told", build: "one", board };

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("a slow server is asked again only once it has answered, and nobody is told after the end", async () => {
  const asked: ((heard: Heard) => void)[] = [];
  const ask = vi.fn(() => new Promise<Heard>((resolve) => asked.push(resolve)));
  const tell = vi.fn();
  const end = watchBoard(tell, ask);
  await vi.advanceTimersByTimeAsync(10 * ASKED_EVERY);
  expect(ask).toHaveBeenCalledTimes(1);
  asked.shift()?.(told);
  await vi.advanceTimersByTimeAsync(ASKED_EVERY);
  expect(tell.mock.calls).toEqual([[told]]);
  expect(ask).toHaveBeenCalledTimes(2);
  end();
  asked.shift()?.(told);
  await vi.advanceTimersByTimeAsync(10 * ASKED_EVERY);
  expect(tell).toHaveBeenCalledTimes(1);
  expect(ask).toHaveBeenCalledTimes(2);
});

test("an hour of looks leaves one timer", async () => {
  const ask = vi.fn(async (): Promise<Heard> => told);
  const end = watchBoard(() => undefined, ask);
  await vi.advanceTimersByTimeAsync(3_600 * SECOND);
  expect(ask).toHaveBeenCalledTimes(1_800);
  expect(vi.getTimerCount()).toBe(1);
  end();
  expect(vi.getTimerCount()).toBe(0);
});

test("a wall whose board was revoked is told within one look, asks on seldom, and comes back when it may", async () => {
  const answers: Heard[] = [{ kind: "refused", refusal: "boardTokenNotFound" }, told];
  const tell = vi.fn();
  const end = watchBoard(tell, async () => answers.shift() ?? told);
  await vi.advanceTimersByTimeAsync(ASKED_EVERY);
  expect(tell).toHaveBeenLastCalledWith({ kind: "refused", refusal: "boardTokenNotFound" });
  await vi.advanceTimersByTimeAsync(15 * SECOND);
  expect(tell).toHaveBeenLastCalledWith(told);
  end();
});

test("numbers of more than eight seconds ago stand still", () => {
  expect(stillSince(board, after(noon, 8 * SECOND))).toBeNull();
  expect(stillSince(board, after(noon, 8 * SECOND + 1))).toEqual(noon);
});

test("a wall loads itself anew for another build, and not twice within a minute", () => {
  const own = { build: "one", startedAt: noon };
  const later = (seconds: number) => ({ now: after(noon, seconds * SECOND) }) as Board;
  expect(isOutdated({ build: "two", board: later(61) }, own)).toBe(true);
  expect(isOutdated({ build: "two", board: later(60) }, own)).toBe(false);
  expect(isOutdated({ build: "one", board: later(600) }, own)).toBe(false);
});
