import { expect, test, vi } from "vitest";
import { untilReported } from "./until-reported";

test("what WeChat said is reported again until the database takes it, what it answered is passed on, the log tells of it once", async () => {
  const lines: string[] = [];
  const write = vi.spyOn(process.stderr, "write").mockImplementation((line) => lines.push(String(line)) > 0);
  let tries = 0;
  const report = async () => {
    tries += 1;
    if (tries < 3) throw new Error(`away, try ${tries}`);
    return false;
  };
  const answer = await untilReported(report);
  write.mockRestore();
  expect([answer, tries]).toEqual([false, 3]);
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([{ level: "error", message: "away, try 1" }]);
});
