import { expect, test } from "vitest";
import type { ThreadMessage } from "@/lib/threads/queries";
import { after, SECOND } from "@/lib/time/rules";
import { emptyDraft } from "./draft";
import { type PendingReply, pendingReply } from "./pending-reply";
import { undoableReply } from "./undoable-reply";

const eight = new Date("2026-11-23T00:00:00Z");
const at = (seconds: number) => after(eight, seconds * SECOND);
const lin = { id: "lin", name: "林" };
const draft = { ...emptyDraft({ version: 1, seq: "1" }), text: "今晚八点恢复供水。" };
const sent: PendingReply = pendingReply(draft, { id: "t-1", timeZone: "Asia/Shanghai" }, lin, eight);
const told = (more: Partial<NonNullable<ThreadMessage["reply"]>> = {}): ThreadMessage[] =>
  sent.messages.map((message) => ({ ...message, reply: message.reply && { ...message.reply, ...more } }));
const idle = { pending: null, sending: false };

test("one's own reply for as long as it waits", () => {
  expect(undoableReply(told(), "lin", idle, at(4))?.id).toBe(draft.replyId);
  expect(undoableReply(told(), "lin", idle, at(5))).toBeNull();
});

test("not a colleague's, not one on its way or waiting for another try", () => {
  expect(undoableReply(told(), "zhao", idle, at(1))).toBeNull();
  expect(undoableReply(told({ status: "sending" }), "lin", idle, at(1))).toBeNull();
  expect(undoableReply(told({ attempts: 1 }), "lin", idle, at(1))).toBeNull();
});

test("once the server has it, though the thread does not show it yet", () => {
  expect(undoableReply([], "lin", { pending: sent, sending: true }, at(1))).toBeNull();
  expect(undoableReply([], "lin", { pending: { ...sent, saved: true }, sending: false }, at(1))?.id).toBe(draft.replyId);
});
