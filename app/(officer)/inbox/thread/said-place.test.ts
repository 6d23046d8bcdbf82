import { expect, test } from "vitest";
import { at, bubble, openThread } from "@/app/(officer)/inbox/feed/testing";
import type { ThreadNote } from "@/lib/notes/queries";
import { itemOf, joined, reachesBackTo } from "./said-place";
import { threadItems } from "./thread-items";

const note: ThreadNote = {
  id: "n1",
  accountId: "a",
  threadId: "t-1",
  officer: { id: "o", name: "林" },
  text: "查过了",
  at: at(25),
  removedAt: null,
  mentioned: [],
};
const messages = [bubble(20), bubble(30)];
const said = (id: string, seconds: number) => ({ id, at: at(seconds).getTime() });

test("a message and a note are found by what shows them; what is not there is not", () => {
  const items = threadItems(messages, [], "Asia/Shanghai", { notes: [note], isWhole: true });
  expect(itemOf(items, said("m30", 30))).toBe("m30");
  expect(itemOf(items, said("n1", 25))).toBe("note-n1");
  expect(itemOf(items, said("m10", 10))).toBeNull();
  expect(itemOf(items, null)).toBeNull();
});

test("what was read reaches back to what it holds, and to everything when there is no more", () => {
  const part = openThread({ view: { messages, hasEarlier: true }, notes: [note, { ...note, id: "n0", at: at(10) }] });
  expect(reachesBackTo(said("m20", 20), part)).toBe(true);
  expect(reachesBackTo(said("m10", 10), part)).toBe(false);
  expect(reachesBackTo(said("n1", 25), part)).toBe(true);
  expect(reachesBackTo(said("n0", 10), part)).toBe(false);
  expect(reachesBackTo(said("m10", 10), openThread({ view: { messages } }))).toBe(true);
});

test("two stretches become one, each message once, by arrival and not by the letters of its number", () => {
  expect(joined([bubble(9), bubble(10)], [bubble(10), bubble(100)]).map(({ seq }) => seq)).toEqual(["9", "10", "100"]);
});
