import { expect, test } from "vitest";
import type { ThreadNote } from "@/lib/notes/queries";
import { withTold } from "./mentions";

const note = (id: string, threadId: string, names: string[], removed = false): ThreadNote => ({
  id,
  accountId: "account",
  threadId,
  officer: { id: "zhao", name: "赵" },
  text: removed ? "" : "看一下",
  at: new Date("2026-11-22T08:00:00Z"),
  removedAt: removed ? new Date("2026-11-22T08:05:00Z") : null,
  mentioned: names.map((name) => ({ id: name, name })),
});
const nothing = { notes: [], mentionsRead: [] };

test("a note that names the officer is unread, the newest first, and once however often it is told", () => {
  const first = withTold([], "lin", { ...nothing, notes: [note("n1", "t1", ["lin"]), note("n2", "t2", ["he"])] });
  expect(first.map(({ id }) => id)).toEqual(["n1"]);
  const more = withTold(first, "lin", { ...nothing, notes: [note("n1", "t1", ["lin"]), note("n3", "t3", ["lin", "he"])] });
  expect(more.map(({ id }) => id)).toEqual(["n3", "n1"]);
});

test("it is gone once the thread was opened by this officer, or the note removed", () => {
  const known = [note("n1", "t1", ["lin"]), note("n2", "t2", ["lin"])];
  expect(withTold(known, "lin", { ...nothing, mentionsRead: [{ threadId: "t1", officerId: "lin" }] }).map(({ id }) => id)).toEqual(["n2"]);
  expect(withTold(known, "lin", { ...nothing, mentionsRead: [{ threadId: "t1", officerId: "he" }] })).toBe(known);
  expect(withTold(known, "lin", { ...nothing, notes: [note("n2", "t2", [], true)] }).map(({ id }) => id)).toEqual(["n1"]);
  expect(withTold(known, "lin", nothing)).toBe(known);
});
