import { expect, test } from "vitest";
import { after, SECOND } from "@/lib/time/rules";
import { type Arrival, nextBatch, passiveReplyTo, promptFailed } from "./rules";

const eight = new Date("2026-11-23T00:00:00Z");
const texts = { greetingText: "请讲", emergencyText: "请拨打110" };

test.each([
  ["content", null, null, null],
  ["content", null, "煤气", "请拨打110"],
  ["greeting", null, null, "请讲"],
  ["thanks", null, null, null],
  ["sticker", null, null, null],
  ["rating", null, null, null],
  ["event", "subscribe", null, "请讲"],
  ["event", "SUBSCRIBE", null, "请讲"],
  ["event", "unsubscribe", null, null],
  ["event", "LOCATION", null, null],
] as const)("%s %s, danger %s: %s", (nature, event, danger, reply) => {
  expect(passiveReplyTo({ nature, event, danger }, texts)).toBe(reply);
});

test("a prompt has failed when the greeting comes again after four seconds, unless a question is open or it was an event", () => {
  const repeated = { duplicate: true, passiveReply: "请讲", questionId: null, firstReceivedAt: eight, isSelfServed: false };
  const late = after(eight, 5 * SECOND);
  expect(promptFailed(repeated, "text", late)).toBe(true);
  expect(promptFailed(repeated, "text", after(eight, 4 * SECOND))).toBe(true);
  expect(promptFailed(repeated, "text", after(eight, 4 * SECOND - 1))).toBe(false);
  expect(promptFailed(repeated, "event", late)).toBe(false);
  expect(promptFailed({ ...repeated, duplicate: false }, "text", late)).toBe(false);
  expect(promptFailed({ ...repeated, passiveReply: null }, "text", late)).toBe(false);
  expect(promptFailed({ ...repeated, questionId: "q" }, "text", late)).toBe(false);
  expect(promptFailed({ ...repeated, isSelfServed: true }, "text", late)).toBe(false);
});

const waiting = (...said: [openid: string, key: string, kind?: string, raw?: string][]) =>
  said.map(([openid, dedupe_key, kind = "text", raw = ""]) => ({
    item: { account_id: "a", openid, dedupe_key, kind, raw } satisfies Arrival,
  }));
const keysOf = (ones: { item: Arrival }[]) => ones.map(({ item }) => item.dedupe_key).join(" ");

test.each([
  ["messages of one person go together", [], waiting(["x", "1"], ["y", "2"], ["x", "3"]), "1 2 3", ""],
  [
    "a second delivery waits, and so does all that its person says after it",
    [],
    waiting(["x", "1"], ["x", "1"], ["x", "2"], ["y", "3"]),
    "1 3",
    "1 2",
  ],
  [
    "an event goes without its person's messages",
    [],
    waiting(["x", "1"], ["x", "2", "event"], ["x", "3"], ["y", "4", "event"]),
    "1 4",
    "2 3",
  ],
  ["messages go without the event before them", [], waiting(["x", "1", "event"], ["x", "2"], ["x", "3", "event"]), "1", "2 3"],
  ["who is being written waits", ["a x"], waiting(["x", "1"], ["y", "2"], ["x", "3"]), "2", "1 3"],
  ["a batch holds a million characters, or one message", [], waiting(["x", "1", "text", "长".repeat(2_000_000)], ["y", "2"]), "1", "2"],
  ["nothing is nothing", [], waiting(), "", ""],
])("%s", (_, busy, ones, batch, left) => {
  const next = nextBatch(ones, new Set(busy));
  expect([keysOf(next.batch), keysOf(next.left)]).toEqual([batch, left]);
});

test("a batch holds sixty-four; nobody overtakes themselves", () => {
  const crowd = Array.from({ length: 70 }, (_, index) => [`p${index}`, String(index)] as [string, string]);
  const next = nextBatch(waiting(...crowd, ["p0", "70"]), new Set());
  expect([next.batch.length, keysOf(next.left)]).toEqual([64, "64 65 66 67 68 69 70"]);
});
