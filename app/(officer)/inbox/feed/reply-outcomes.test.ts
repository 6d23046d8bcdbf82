import { expect, test } from "vitest";
import { emptyDraft } from "@/app/(officer)/inbox/composer/draft";
import { pendingReply } from "@/app/(officer)/inbox/composer/pending-reply";
import { withOutcomes } from "./reply-outcomes";

const none = { outcomes: new Map(), officerId: "lin" };
const text = `${"长".repeat(700)}。`;

/** A reply's bubbles as they are told, in the given status. */
function told(replyId: string, status: "queued" | "sent" | "failed" | "unknown", officerId = "lin") {
  const draft = { ...emptyDraft({ version: 1, seq: "1" }), text, replyId };
  const { messages } = pendingReply(
    draft,
    { id: "t-1", timeZone: "Asia/Shanghai" },
    { id: officerId, name: "林" },
    new Date("2026-11-23T00:00:00Z"),
  );
  return messages.map((message) => ({ ...message, reply: message.reply && { ...message.reply, status } }));
}

test("one outcome a reply, however many bubbles it has; an unknown one has to be looked at like a failed one", () => {
  const messages = [...told("r1", "sent"), ...told("r2", "unknown"), ...told("r3", "failed")];
  expect(messages.length).toBeGreaterThan(3);
  expect([...withOutcomes(none, messages)]).toEqual([
    ["r1", "sent"],
    ["r2", "failed"],
    ["r3", "failed"],
  ]);
});

test("a colleague's reply or one on its way changes nothing", () => {
  expect(withOutcomes(none, [...told("r1", "queued"), ...told("r2", "sent", "zhao")])).toBe(none.outcomes);
});
