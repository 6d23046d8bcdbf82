import { natureOf } from "@/lib/messages/rules";
import { windowOpenedBy } from "@/lib/residents/rules";
import { SAME_MATTER_HOURS } from "@/lib/sla/rules";
import { HOUR } from "@/lib/time/rules";
import type { Asked } from "./asked";
import type { Books } from "./books";
import type { Person } from "./people";
import { eventPushed, messagePushed } from "./pushes";
import { instant } from "./sheet";
import type { Step } from "./step";

type Says = Extract<Step, { does: "says" }>;

/** WeChat takes a moment to push. */
const PUSH = { least: 150, most: 900 };
const PLAIN_TEXT = { kind: "text", event: null, tapped: false };

/** What receive_message() does with a message: resident, thread, question, message and event. */
export function takeMessage(books: Books, step: Says): void {
  const { at, person, kind, text } = step;
  const met = meet(books, person, at);
  const nature = natureOf({ kind, text, tapped: false });
  const danger = nature === "content" && step.matter.danger && text.includes(step.matter.danger) ? step.matter.danger : null;
  const opened = nature === "content" && person.open === null;
  if (opened) person.open = newQuestion(books, step, danger);
  else if (nature === "content" && person.open) continueQuestion(person.open, at, danger);

  const id = books.draw.id(at);
  const seq = books.next("message");
  const { originalId, greetingText, emergencyText } = books.account(person.accountId);
  const pushed = messagePushed({ originalId, openid: person.openid, seconds: at / 1_000, serial: seq, kind, text }, books.draw);
  const receivedAt = at + books.draw.between(PUSH.least, PUSH.most);
  const passive = danger ? emergencyText : nature === "greeting" ? greetingText : null;
  const questionId = person.open?.id ?? null;
  books.messages.add([
    ...[id, seq, person.accountId, met.threadId, questionId, null, "inbound", kind, nature, instant(at), text, pushed.facts],
    ...[pushed.dedupeKey, pushed.msgId, instant(at), instant(receivedAt), pushed.raw, passive, null],
  ]);
  books.record({ at: receivedAt, type: "message.received", person, questionId, messageId: id }, { kind, nature, opened });
  person.version += 1;
  person.lastInboundSeq = seq;
  person.messageWindow = { openedAt: at, remaining: windowOpenedBy(PLAIN_TEXT, new Date(at), new Date(at))?.remaining ?? 0 };
}

/** A resident follows the account, or leaves it. */
export function takeEvent(books: Books, { at, person }: Step, event: "subscribe" | "unsubscribe"): void {
  const met = meet(books, person, at);
  const { originalId, greetingText } = books.account(person.accountId);
  const pushed = eventPushed({ originalId, openid: person.openid, seconds: at / 1_000 }, event);
  const id = books.draw.id(at);
  const seq = books.next("message");
  const receivedAt = at + books.draw.between(PUSH.least, PUSH.most);
  const passive = event === "subscribe" ? greetingText : null;
  books.messages.add([
    ...[id, seq, person.accountId, met.threadId, null, null, "inbound", "event", "event", instant(at), event, pushed.facts],
    ...[pushed.dedupeKey, null, instant(at), instant(receivedAt), pushed.raw, passive, null],
  ]);
  books.record({ at: receivedAt, type: "message.received", person, messageId: id }, { kind: "event", nature: "event", opened: false });
  person.lastInboundSeq = seq;
  if (event === "subscribe") person.followedAt = at;
  else person.unfollowedAt = at;
}

function meet(books: Books, person: Person, at: number) {
  person.met ??= { residentId: books.draw.id(at), threadId: books.draw.id(at), at };
  person.lastMessageAt = at;
  return person.met;
}

function newQuestion({ draw }: Books, { at, person, matter }: Says, danger: string | null): Asked {
  const { met, accountId, answered } = person;
  const recent = answered && answered.at >= at - SAME_MATTER_HOURS * HOUR;
  return {
    id: draw.id(at),
    accountId,
    threadId: met?.threadId ?? "",
    kind: matter.kind,
    openedAt: at,
    firstRepliedAt: null,
    waitingSince: null,
    promise: null,
    promiseCount: 0,
    dangerWord: danger,
    followsId: recent ? answered.id : null,
    claimed: null,
    dismissed: null,
    snoozed: null,
    answered: null,
    closed: null,
  };
}

function continueQuestion(asked: Asked, at: number, danger: string | null) {
  if (asked.firstRepliedAt !== null) asked.waitingSince ??= at;
  asked.snoozed = null;
  if (!danger) return;
  asked.dangerWord ??= danger;
  asked.dismissed = null;
}
