import { expect, test } from "vitest";
import { after, SECOND } from "@/lib/time/rules";
import { passiveReplyTo, promptFailed } from "./rules";

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
  const repeated = { duplicate: true, passiveReply: "请讲", questionId: null, firstReceivedAt: eight };
  const late = after(eight, 5 * SECOND);
  expect(promptFailed(repeated, "text", late)).toBe(true);
  expect(promptFailed(repeated, "text", after(eight, 4 * SECOND))).toBe(true);
  expect(promptFailed(repeated, "text", after(eight, 4 * SECOND - 1))).toBe(false);
  expect(promptFailed(repeated, "event", late)).toBe(false);
  expect(promptFailed({ ...repeated, duplicate: false }, "text", late)).toBe(false);
  expect(promptFailed({ ...repeated, passiveReply: null }, "text", late)).toBe(false);
  expect(promptFailed({ ...repeated, questionId: "q" }, "text", late)).toBe(false);
});
