import { expect, test } from "vitest";
import type { QuestionRow } from "@/lib/questions/queries";
import { after, MINUTE } from "@/lib/time/rules";
import { nextDue } from "./queue-order";

const eight = new Date("2026-11-23T00:00:00Z");
const at = (minutes: number) => after(eight, minutes * MINUTE);
const zhao = { id: "zhao", name: "赵" };

/** A question of `openedAt` minutes past eight, due ten minutes later. */
function row(id: string, openedAt: number, more: Partial<QuestionRow> = {}): QuestionRow {
  const words = { firstText: id, firstKind: "text", newestText: id, newestKind: "text", messageCount: 1, earlierCount: 0 };
  const clock = { openedAt: at(openedAt), targetMinutes: 10, dueAt: at(openedAt + 10), firstRepliedAt: null, waitingSince: null };
  const promise = { promisedAt: null, promisedUnit: null, promiseCount: 0 };
  const end = { answeredAt: null, closedAt: null, closeReason: null, closedById: null };
  const danger = { dangerWord: null, dangerDismissedAt: null };
  const resident = { residentId: `r-${id}`, mark: "7F3A", remark: null, window: { closesAt: at(2_800), remaining: 5 }, unfollowedAt: null };
  const place = { id, accountId: "a", threadId: `t-${id}`, assignedTo: null, replyStatus: null };
  return { ...place, ...resident, ...words, ...clock, ...promise, ...end, ...danger, ...more };
}

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
