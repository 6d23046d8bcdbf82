import { v7 as uuid } from "uuid";
import type { DoorAccount } from "@/lib/accounts/queries";
import { pool } from "@/lib/db";
import { type MessageKind, natureOf } from "@/lib/messages/rules";
import { kindOf } from "@/lib/questions/kinds";
import { dangerWordIn } from "@/lib/questions/rules";
import { windowOpenedBy } from "@/lib/residents/rules";
import { dueAt, FIRST_RESPONSE_MINUTES, SAME_MATTER_HOURS, saidAt } from "@/lib/sla/rules";
import { now } from "@/lib/time/clock";
import { after, HOUR, SECOND } from "@/lib/time/rules";
import { passiveReplyTo } from "./rules";

/** One verified push of WeChat, parsed once at the door. */
export type ReceivedPush = {
  fromUserName: string;
  /** Unix seconds, by WeChat's clock. */
  createTime: number;
  kind: MessageKind;
  msgId: string | null;
  event: string | null;
  eventKey: string | null;
  text: string;
  facts: Record<string, unknown>;
  dedupeKey: string;
  raw: string;
};

export type Received = {
  messageId: string;
  questionId: string | null;
  duplicate: boolean;
  /** The text to answer in the same breath, the same for every delivery of one push, or null for plain `success`. */
  passiveReply: string | null;
  /** When this push first reached us: a repetition seconds later says that our answer did not reach WeChat. */
  firstReceivedAt: Date;
};

type StoredRow = {
  stored_message_id: string;
  stored_question_id: string | null;
  duplicate: boolean;
  stored_passive_reply: string | null;
  first_received_at: Date;
};

const STATEMENT = {
  name: "receive-message",
  text: `SELECT * FROM receive_message($1::uuid, $2, $3, $4, $5::"MessageKind", $6::"MessageNature", $7::timestamptz, $8, $9::jsonb, $10, $11::timestamptz, $12::timestamptz, $13,
    $14::"WindowKind", $15::timestamptz, $16::int, $17, $18::timestamptz, $19::int, $20, $21::timestamptz, $22::uuid, $23::uuid, $24::uuid, $25::uuid, $26::"QuestionKind")`,
};

/**
 * Takes one message or event in: resident, thread, message, question, due time and event, in one statement that has committed
 * when this returns. A push that is already stored changes nothing and gets the answer it got before.
 * @throws whatever the database throws; then nothing is stored and WeChat must not be told `success`
 */
export async function receiveMessage(account: DoorAccount, push: ReceivedPush, at = now()): Promise<Received> {
  const createTime = new Date(push.createTime * SECOND);
  const said = saidAt(createTime, at);
  const tapped = push.facts.bizmsgmenuid !== undefined;
  const nature = natureOf({ kind: push.kind, text: push.text, tapped });
  const window = windowOpenedBy({ kind: push.kind, event: push.event, tapped }, createTime, at);
  const danger = nature === "content" ? dangerWordIn(push.text, account.dangerWords) : null;
  const { rows } = await pool.query<StoredRow>({
    ...STATEMENT,
    values: [
      account.id,
      push.fromUserName,
      push.dedupeKey,
      push.msgId,
      push.kind,
      nature,
      said,
      wordsOf(push),
      JSON.stringify(factsOf(push)),
      push.raw,
      createTime,
      at,
      passiveReplyTo({ nature, event: push.event, danger }, account),
      window?.kind ?? null,
      window?.closesAt ?? null,
      window?.remaining ?? null,
      followOf(push.event),
      dueAt(said),
      FIRST_RESPONSE_MINUTES,
      danger,
      after(said, -SAME_MATTER_HOURS * HOUR),
      uuid(),
      uuid(),
      uuid(),
      uuid(),
      kindOf(push.text),
    ],
  });
  const row = rows[0];
  if (!row) throw new Error("receive_message returned no row");
  return {
    messageId: row.stored_message_id,
    questionId: row.stored_question_id,
    duplicate: row.duplicate,
    passiveReply: row.stored_passive_reply,
    firstReceivedAt: row.first_received_at,
  };
}

function followOf(event: string | null): "followed" | "unfollowed" | null {
  const name = event?.toLowerCase();
  if (name === "subscribe") return "followed";
  return name === "unsubscribe" ? "unfollowed" : null;
}

function wordsOf(push: ReceivedPush): string {
  return push.kind === "event" ? (push.event ?? "") : push.text;
}

function factsOf(push: ReceivedPush): Record<string, unknown> {
  return push.kind === "event" ? { ...push.facts, event: push.event, eventKey: push.eventKey } : push.facts;
}
