import { expect, test } from "vitest";
import { at, row as rowOf } from "@/app/(officer)/inbox/feed/testing";
import type { QuestionRow } from "@/lib/questions/queries";
import { questionsUnder } from "./chosen-questions";

const zhao = { id: "zhao", name: "赵" };
const row = (id: string, openedAt: number, more: Partial<QuestionRow> = {}) => rowOf(id, openedAt, { clusterId: "water", ...more });
const lead = row("1", 0);
const members = [
  lead,
  row("2", 300, { folded: true }),
  row("3", 10, { assignedTo: zhao }),
  row("4", 20, { dangerWord: "煤气" }),
  row("5", 30, { clusterId: "other" }),
];
const under = (view: "waiting" | "overdue", second: number) =>
  questionsUnder(lead, members, { query: { view, filter: {}, sort: "urgency" }, officerId: "lin" }, at(second)).map(({ id }) => id);

test("a row stands for those that the queue folds under it, not for what stands by itself", () => {
  expect(under("waiting", 310)).toEqual(["1", "2"]);
});

test("of a view it stands only for what belongs there", () => {
  expect(under("overdue", 700)).toEqual(["1"]);
  expect(under("overdue", 1_000)).toEqual(["1", "2"]);
});

test("a row whose group has moved on meanwhile stands for itself", () => {
  const query = { view: "waiting", filter: {}, sort: "urgency" } as const;
  expect(questionsUnder(lead, [], { query, officerId: "lin" }, at(1))).toEqual([lead]);
});
