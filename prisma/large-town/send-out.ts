import { isFirstResponse, isSubstantiveAnswer, splitReply } from "@/lib/replies/rules";
import { UNDO_SECONDS } from "@/lib/sla/rules";
import { SECOND } from "@/lib/time/rules";
import type { Books } from "./books";
import type { Person } from "./people";
import { endQuestion } from "./questions";
import { instant } from "./sheet";
import type { Step } from "./step";

type Replies = Extract<Step, { does: "replies" }>;
type Sent = { id: string; parts: string[]; sentAt: number; window: number };

/** A text of no more characters is never cut. */
const SHORT = 600;
/** From the press of the button to WeChat's answer, the seconds of undo included. */
const SENDING = { least: UNDO_SECONDS * SECOND + 300, most: UNDO_SECONDS * SECOND + 2_800 };
const TAKEN_BACK = 2 * SECOND;
const LEASE = 35 * SECOND;

/** What queueReply(), the worker and settleQuestions() do with a reply, until its end is known. */
export function sendReply(books: Books, step: Replies): void {
  const { at, person, officerId, outcome } = step;
  const id = books.draw.id(at);
  const parts = step.text.length > SHORT ? splitReply(step.text) : [step.text.trim()];
  const sent = { id, parts, sentAt: at + books.draw.between(SENDING.least, SENDING.most), window: spend(person, parts.length, outcome) };
  writeReply(books, step, sent);
  writeParts(books, step, sent);
  person.version += outcome === "withdrawn" ? 2 : 1;

  const about = { person, replyId: id, officerId };
  books.record({ at, type: "reply.queued", ...about }, { kind: step.kind, parts: parts.length });
  if (outcome === "withdrawn") {
    books.record({ at: at + TAKEN_BACK, type: "reply.withdrawn", ...about });
    return;
  }
  books.record({ at: at + UNDO_SECONDS * SECOND, type: "reply.claimed", person, replyId: id }, { attempts: 1, window: "message" });
  if (outcome === "sent") settle(books, step, sent);
  else if (outcome === "failed") books.record({ at: sent.sentAt, type: "reply.failed", person, replyId: id }, { errorCode: "notGranted" });
  else books.record({ at: at + LEASE, type: "reply.unknown", person, replyId: id }, { errorCode: "leaseExpired" });
}

/** The window a reply goes through, and what is left of it: a failed one gives its part back. Returns when it had opened. */
function spend(person: Person, parts: number, outcome: Replies["outcome"]): number {
  const window = person.messageWindow;
  if (!window || window.remaining < parts) throw new Error("the town answers through a window that is used up");
  if (outcome === "sent" || outcome === "unknown") window.remaining -= parts;
  return window.openedAt;
}

function writeReply(books: Books, step: Replies, { id, parts, sentAt, window }: Sent) {
  const { at, person, outcome } = step;
  const tried = outcome !== "withdrawn";
  const ended = (wanted: Replies["outcome"], end: number) => (outcome === wanted ? instant(end) : null);
  const error = { failed: ["notGranted", "48001"], unknown: ["leaseExpired", null], sent: [null, null], withdrawn: [null, null] }[outcome];
  books.replies.add([
    ...[id, books.next("reply"), person.accountId, person.met?.threadId, step.officerId, step.kind, step.text.trim()],
    ...[
      step.promisedAt ? step.unit : null,
      instant(step.promisedAt),
      person.lastInboundSeq,
      parts.length,
      outcome === "sent" ? parts.length : 0,
    ],
    ...[outcome, instant(at), instant(at + UNDO_SECONDS * SECOND), tried ? 1 : 0, tried ? books.draw.id(at) : null],
    ...[
      tried ? "message" : null,
      tried ? instant(window) : null,
      ended("sent", sentAt),
      ended("failed", sentAt),
      ended("unknown", at + LEASE),
    ],
    ...[ended("withdrawn", at + TAKEN_BACK), ...error],
  ]);
}

function writeParts(books: Books, { at, person, outcome }: Replies, { id, parts, sentAt }: Sent) {
  const sent = outcome === "sent" ? instant(sentAt) : null;
  for (const text of parts) {
    books.messages.add([
      ...[books.draw.id(at), books.next("message"), person.accountId, person.met?.threadId, person.open?.id, id, "outbound", "text"],
      ...["content", instant(at), text, null, null, null, null, null, null, null, sent],
    ]);
  }
}

function settle(books: Books, step: Replies, { id, sentAt }: Sent) {
  const { person, officerId, kind, promisedAt } = step;
  const asked = person.open;
  const counts = isFirstResponse(step);
  const settledIds = asked && counts ? asked.id : "";
  const facts = { kind, counts, questions: asked ? 1 : 0, reopened: false, settledIds, openedIds: "" };
  books.record({ at: sentAt, type: "reply.sent", person, questionId: asked?.id ?? null, replyId: id, officerId }, facts);
  if (!asked || !counts) return;
  asked.firstRepliedAt ??= sentAt;
  asked.waitingSince = null;
  if (promisedAt !== null) {
    asked.promise = { at: promisedAt, unit: step.unit };
    asked.promiseCount += 1;
  }
  if (isSubstantiveAnswer(step)) endQuestion(books, person, { answered: { at: sentAt, officerId } });
}
