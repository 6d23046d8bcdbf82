import { expect, test } from "vitest";
import type { OpenThread } from "@/app/(officer)/inbox/feed/state";
import type { ThreadNote } from "@/lib/notes/queries";
import type { ReplyState, ThreadMessage } from "@/lib/threads/queries";
import { whatIsNew } from "./what-is-new";

const at = (minute: number) => new Date(Date.UTC(2026, 10, 22, 1, minute));
const message = (seq: number, more: Partial<ThreadMessage> = {}) => ({ seq: String(seq), kind: "text", at: at(seq), reply: null, ...more });
const note = (minute: number, officerId: string, removedAt: Date | null = null) => ({
  id: `n${minute}`,
  at: at(minute),
  officer: { id: officerId },
  removedAt,
});
const thread = (messages: object[], notes: object[]) =>
  ({ view: { messages: messages as ThreadMessage[] }, notes: notes as ThreadNote[] }) as unknown as OpenThread;
const seqs = (messages: readonly ThreadMessage[]) => messages.map(({ seq }) => seq);

test("what was known ends with the last words seen; new is what was said and noted after them", () => {
  const open = thread([message(9), message(10), message(11)], [note(8, "zhao"), note(12, "zhao"), note(13, "lin")]);
  const news = whatIsNew(open, { version: 2, seq: "10" }, "lin");
  expect(news.lastSeen?.seq).toBe("10");
  expect(seqs(news.messages)).toEqual(["11"]);
  expect(news.notes.map(({ id }) => id)).toEqual(["n12"]);
});

test("a tap on a menu, a reply that was taken back and a removed note are no news", () => {
  const withdrawn = { status: "withdrawn" } as ReplyState;
  const open = thread([message(10), message(11, { kind: "event" }), message(12, { reply: withdrawn })], [note(13, "zhao", at(14))]);
  const news = whatIsNew(open, { version: 2, seq: "10" }, "lin");
  expect([news.messages, news.notes]).toEqual([[], []]);
});
