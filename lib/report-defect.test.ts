import { expect, test, vi } from "vitest";
import { reportDefect } from "./report-defect";

function reported(error: unknown): Record<string, unknown> & { line: string } {
  const lines: string[] = [];
  const write = vi.spyOn(process.stderr, "write").mockImplementation((line) => lines.push(String(line)) > 0);
  reportDefect("test", error);
  write.mockRestore();
  expect(lines).toHaveLength(1);
  const line = lines[0] ?? "";
  return { ...JSON.parse(line), line };
}

test("says on one line where it was and what broke", () => {
  const { line, ...report } = reported(new TypeError("x is not a function\nmore"));
  expect(line.trimEnd()).not.toContain("\n");
  expect(report).toMatchObject({ level: "error", where: "test", name: "TypeError", message: "x is not a function" });
  expect(report.frames).toContainEqual(expect.stringContaining("report-defect.test.ts"));
});

test("keeps what somebody typed out of the log", () => {
  const parse = () => JSON.parse("我家没水了") as unknown;
  let error: unknown;
  try {
    parse();
  } catch (thrown) {
    error = thrown;
  }
  expect(reported(error).line).not.toContain("没水");
  expect(reported("我家没水了").line).not.toContain("没水");
});
