import { expect, test } from "vitest";
import { row } from "./testing";
import { neighbours } from "./use-prefetch";

const rows = [row("1", 0), row("2", 1), row("3", 2, { threadId: "t-2" }), row("4", 3), row("5", 4)];

test("the next two and the one before; a second row of the same thread counts for nothing", () => {
  expect(neighbours(rows, "t-1")).toEqual(["t-2"]);
  expect(neighbours(rows, "t-4")).toEqual(["t-5", "t-2"]);
  expect(neighbours(rows, "t-5")).toEqual(["t-4"]);
});

test("the first two while none is open, or the open one is not in the list", () => {
  expect(neighbours(rows, null)).toEqual(["t-1", "t-2"]);
  expect(neighbours(rows, "t-9")).toEqual(["t-1", "t-2"]);
  expect(neighbours([], null)).toEqual([]);
});
