import { expect, test } from "vitest";
import { untilReported } from "./until-reported";

test("what WeChat said is reported again until the database takes it, and what it answered is passed on", async () => {
  let tries = 0;
  const report = async () => {
    tries += 1;
    if (tries < 3) throw new Error("the database is away");
    return false;
  };
  expect(await untilReported(report)).toBe(false);
  expect(tries).toBe(3);
});
