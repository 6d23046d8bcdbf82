import { expect, test } from "vitest";
import { cursorOf } from "./rules";
import { auditParams } from "./schema";

test.each(["2026-02-31.1", "2026-13-01.1", "1969-12-31.1", "2026-11-23", "2026-11-23.1234567890", "2026-11-23.1'"])(
  "%s is no place in the trail",
  (cursor) => {
    expect(auditParams.safeParse({ cursor }).success).toBe(false);
  },
);

test("a place is a day and a number; what nobody filled in asks for nothing", () => {
  expect(cursorOf(auditParams.parse({ cursor: "2024-02-29.17", account: "", from: "" }).cursor ?? "")).toEqual({
    day: "2024-02-29",
    seq: 17,
  });
});
