import { expect, test } from "vitest";
import { row as rowOf, at as second } from "@/app/(officer)/inbox/feed/testing";
import type { QuestionRow } from "@/lib/questions/queries";
import { isOutOfOrder, nextDue } from "./queue-order";

const zhao = { id: "zhao", name: "赵" };
const at = (minutes: number) => second(60 * minutes);
/** A question of `openedAt` minutes past eight, due ten minutes later. */
const row = (id: string, openedAt: number, more: Partial<QuestionRow> = {}) => rowOf(id, 60 * openedAt, more);

const next = (...rows: QuestionRow[]) => nextDue(rows, { besides: "t-1", officerId: "lin" }, at(12))?.id;

test("the first that is late or due soon, past the thread just answered", () => {
  expect(next(row("1", 0), row("2", 1), row("3", 2))).toBe("2");
  expect(next(row("1", 0), row("4", 4))).toBe("4");
});

test("danger needs no clock", () => {
  expect(next(row("5", 11, { dangerWord: "煤气" }), row("2", 1))).toBe("5");
});

test("not what has time, has a reply on its way, has ended or is a colleague's", () => {
  expect(next(row("6", 11))).toBeUndefined();
  expect(next(row("2", 1, { replyStatus: "queued" }))).toBeUndefined();
  expect(next(row("2", 1, { answeredAt: at(3), firstRepliedAt: at(3) }))).toBeUndefined();
  expect(next(row("2", 1, { assignedTo: zhao }), row("3", 2, { assignedTo: { id: "lin", name: "林" } }))).toBe("3");
});

test("rows that a change has moved, or ended, stand out of order", () => {
  const query = { view: "waiting", filter: {}, sort: "urgency" } as const;
  const stand = (...rows: QuestionRow[]) => isOutOfOrder({ query, rows, officerId: "lin" }, at(5));
  expect(stand(row("1", 0), row("2", 1))).toBe(false);
  expect(stand(row("2", 1), row("1", 0))).toBe(true);
  expect(stand(row("1", 0), row("2", 1, { dangerWord: "煤气" }))).toBe(true);
  expect(stand(row("1", 0), row("2", 1, { closedAt: at(2), closeReason: "repeated" }))).toBe(true);
});
