import { expect, test } from "vitest";
import { countPlaywright, countVitest, summary } from "./test-results.mjs";

const unit = countVitest({ numPassedTests: 10, numFailedTests: 1, numPendingTests: 0, numTodoTests: 0 });

test("the last line sums both runners", () => {
  const browser = countPlaywright({ stats: { expected: 4, unexpected: 0, flaky: 0, skipped: 0 } });
  expect(summary([unit, browser])).toBe("14 passed, 1 failed");
});

test("what was skipped is said, and a test that passed only when repeated has failed", () => {
  const browser = countPlaywright({ stats: { expected: 4, unexpected: 0, flaky: 2, skipped: 3 } });
  expect(summary([unit, browser])).toBe("14 passed, 3 failed, 3 skipped");
});
