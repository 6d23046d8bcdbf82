import type { EventType } from "@/lib/events/types";
import { QUESTION_COLUMNS } from "./asked";
import type { Draw } from "./draw";
import type { Person } from "./people";
import { instant, type Sheet, sheetFor } from "./sheet";

/** An account of the town: its letters' share, and what it says by itself. */
export type TownAccount = { id: string; weight: number; originalId: string; greetingText: string; emergencyText: string };

/** Every table that the town fills, and the numbers that its rows count on from. */
export type Books = {
  draw: Draw;
  account: (id: string) => TownAccount;
  messages: Sheet;
  questions: Sheet;
  replies: Sheet;
  residents: Sheet;
  threads: Sheet;
  notes: Sheet;
  mentions: Sheet;
  events: Sheet;
  next: (row: "message" | "reply" | "note") => number;
  /** Writes an event, unless it is long past: those stand for what an old database keeps elsewhere. */
  record: (
    event: { at: number; type: EventType; person: Person } & Partial<
      Record<"questionId" | "messageId" | "replyId" | "officerId", string | null>
    >,
    facts?: object,
  ) => void;
};

export type First = { message: number; reply: number; note: number };

const MESSAGE_COLUMNS = [
  ...["id", "seq", "accountId", "threadId", "questionId", "replyId", "direction", "kind", "nature", "at", "text", "facts"],
  ...["dedupeKey", "wechatMsgId", "createTime", "receivedAt", "raw", "passiveReply", "sentAt"],
];
const REPLY_COLUMNS = [
  ...["id", "seq", "accountId", "threadId", "officerId", "kind", "text", "promisedUnit", "promisedAt", "answersThroughSeq", "partCount"],
  ...["partsSent", "status", "queuedAt", "sendAfter", "attempts", "claimId", "window", "windowOpenedAt", "sentAt", "failedAt", "unknownAt"],
  ...["withdrawnAt", "errorCode", "errorDetail"],
];
const RESIDENT_COLUMNS = [
  ...["id", "accountId", "openid", "remark", "tags", "firstSeenAt", "followedAt", "unfollowedAt"],
  ...["messageWindowOpenedAt", "messageWindowClosesAt", "messageWindowRemaining"],
];

/** Empty books. `since`: events from then on are kept, in milliseconds. */
export function openBooks(accounts: readonly TownAccount[], first: First, since: number, draw: Draw): Books {
  const numbers = { ...first };
  const byId = new Map(accounts.map((account) => [account.id, account]));
  const events = sheetFor("Event", ["at", "type", "accountId", "threadId", "questionId", "messageId", "replyId", "officerId", "facts"]);
  return {
    draw,
    account: (id) => byId.get(id) as TownAccount,
    messages: sheetFor("Message", MESSAGE_COLUMNS),
    questions: sheetFor("Question", QUESTION_COLUMNS),
    replies: sheetFor("Reply", REPLY_COLUMNS),
    residents: sheetFor("Resident", RESIDENT_COLUMNS),
    threads: sheetFor("Thread", ["id", "accountId", "residentId", "version", "lastMessageAt"]),
    notes: sheetFor("InternalNote", ["id", "seq", "accountId", "threadId", "officerId", "text", "at"]),
    mentions: sheetFor("NoteMention", ["noteId", "officerId", "readAt"]),
    events,
    next: (row) => {
      numbers[row] += 1;
      return numbers[row] - 1;
    },
    record: ({ at, type, person, questionId, messageId, replyId, officerId }, facts) => {
      if (at < since) return;
      const about = [questionId, messageId, replyId, officerId];
      events.add([instant(at), type, person.accountId, person.met?.threadId, ...about, facts && JSON.stringify(facts)]);
    },
  };
}
