import { expect, test } from "vitest";
import { within } from "./deadline";
import { remembered } from "./remembered";

test("those who ask at once, and soon after, share one answer", async () => {
  let asked = 0;
  const answer = remembered(60_000, async () => ++asked);
  expect(await Promise.all([answer(), answer(), answer()])).toEqual([1, 1, 1]);
  expect(await answer()).toBe(1);
});

test("an old answer is asked anew, a failed one too", async () => {
  let asked = 0;
  const old = remembered(0, async () => ++asked);
  expect([await old(), await old()]).toEqual([1, 2]);

  let tries = 0;
  const failing = remembered(60_000, async () => {
    tries += 1;
    if (tries === 1) throw new Error("not yet");
    return "well";
  });
  await expect(failing()).rejects.toThrow("not yet");
  expect(await failing()).toBe("well");
});

test("what takes too long is given up, what comes in time is not", async () => {
  await expect(within(10, new Promise(() => undefined))).rejects.toThrow("no answer within 10 ms");
  expect(await within(60_000, Promise.resolve("soon"))).toBe("soon");
});
