import { describe, expect, test } from "vitest";
import { foldKey, folds, underNewLeads } from "./folding";
import { queue } from "./testing";

const row = (id: string, more = {}) => ({
  id,
  clusterId: "c" as string | null,
  folded: false,
  answeredAt: null as Date | null,
  closedAt: null,
  assignedTo: null as { id: string } | null,
  snoozedUntil: null as Date | null,
  waitingSince: null as Date | null,
  firstRepliedAt: null as Date | null,
  promisedAt: null as Date | null,
  dangerWord: null as string | null,
  dangerDismissedAt: null,
  ...more,
});
const then = new Date("2026-11-23T00:00:00Z");

describe("a question stands under another one of its cluster", () => {
  test.each([
    ["nobody has touched it", {}, "c calm new"],
    ["it names a danger", { dangerWord: "煤气" }, "c danger new"],
    ["it was promised an answer", { firstRepliedAt: then, promisedAt: then }, "c calm promised"],
    ["no cluster", { clusterId: null }, null],
    ["somebody answers it", { assignedTo: { id: "lin" } }, null],
    ["put off", { snoozedUntil: then }, null],
    ["its resident waits again", { firstRepliedAt: then, promisedAt: then, waitingSince: then }, null],
    ["asked back", { firstRepliedAt: then }, null],
    ["answered", { answeredAt: then }, null],
  ])("%s", (_, more, key) => {
    expect(foldKey(row("a", more))).toBe(key);
  });
});

test("single questions are shown where a kind or a window is asked for, and in views of one's own", () => {
  expect(folds(queue("waiting"))).toBe(true);
  expect(folds({ ...queue("waiting"), filter: { kind: "complaint" } })).toBe(false);
  expect(folds({ ...queue("waiting"), filter: { window: "closing" } })).toBe(false);
  expect([folds(queue("mine")), folds(queue("dueSoon")), folds(queue("snoozed"))]).toEqual([false, false, false]);
});

test("a newer lead takes the place of the one before; other kinds and clusters stay", () => {
  const [old, danger, other] = [row("old"), row("danger", { dangerWord: "煤气" }), row("other", { clusterId: "d" })];
  const fresh = row("fresh");
  expect(underNewLeads([old, danger, other, fresh], [fresh])).toEqual([{ ...old, folded: true }, danger, other, fresh]);
  expect(underNewLeads([old], [row("late", { folded: true })])).toEqual([old]);
});
