import { expect, test } from "vitest";
import type { ReplyState, ThreadMessage } from "@/lib/threads/queries";
import { lastAnswers } from "./last-answers";

const minute = (minute: number) => new Date(Date.UTC(2026, 10, 22, 8, minute));

function message(seq: number, text: string, reply: Partial<ReplyState> | null): ThreadMessage {
  const direction = reply ? "outbound" : "inbound";
  const state = { kind: "answer", status: "sent", officer: { id: "lin", name: "林" }, sentAt: minute(seq), ...reply } as ReplyState;
  return { id: `m${seq}`, seq: `${seq}`, text, direction, at: minute(seq), reply: reply && state } as ThreadMessage;
}

const thread = [
  message(1, "出口堵了", null),
  message(2, "交警已到。", { id: "a" }),
  message(3, "第一段", { id: "b", sentAt: minute(9) }),
  message(4, "第二段", { id: "b", sentAt: minute(9) }),
  message(5, "没有发出去", { id: "c", status: "failed", sentAt: null }),
  message(6, "撤回了", { id: "d", status: "withdrawn", sentAt: null }),
  message(7, "在路上", { id: "e", status: "queued", sentAt: null }),
  message(8, "哪个小区？", { id: "f", kind: "ask" }),
];

test("only what WeChat has taken, the latest first, a reply of several messages as one text", () => {
  expect(lastAnswers(thread, 3).map(({ id, text, kind }) => [id, text, kind])).toEqual([
    ["b", "第一段\n第二段", "answer"],
    ["f", "哪个小区？", "ask"],
    ["a", "交警已到。", "answer"],
  ]);
});

test("no more than asked for", () => {
  expect(lastAnswers(thread, 1).map(({ id }) => id)).toEqual(["b"]);
  expect(lastAnswers(thread.slice(0, 1), 3)).toEqual([]);
});
