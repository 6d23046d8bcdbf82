import { pool } from "@/lib/db";
import type { MessageKind, MessageNature } from "@/lib/messages/rules";
import type { WindowKind } from "@/lib/residents/rules";
import type { QuestionKind } from "@/lib/sla/rules";
import type { AcknowledgementRule } from "@/lib/standing-answers/acknowledging";
import type { NextClock } from "./clocks";

/** One push as receive_messages() takes it: what WeChat said, and what the rules have decided about it. */
export type ArrivedPush = {
  account_id: string;
  openid: string;
  dedupe_key: string;
  wechat_msg_id: string | null;
  kind: MessageKind;
  nature: MessageNature;
  said_at: Date;
  text: string;
  facts: Record<string, unknown>;
  raw: string;
  create_time: Date;
  received_at: Date;
  passive_reply: string | null;
  /** What stands in place of it if it opens no question, because one is open. */
  joined_reply: string | null;
  /** What it is told if it opens a question and has no passive reply, and nothing that asks for an answer has come from its resident since. */
  acknowledgement: { rule: AcknowledgementRule; text: string; unless_since: Date | null } | null;
  /** What is answered by itself is not, but goes to the officer, while one is talking with this resident. */
  gives_way: boolean;
  window_opened: WindowKind | null;
  window_closes_at: Date | null;
  window_remaining: number | null;
  follow: "followed" | "unfollowed" | null;
  due_at: Date;
  target_minutes: number;
  counted_from: Date | null;
  policy_id: string | null;
  calendar_id: string | null;
  warn_minutes: number;
  answer_minutes: number | null;
  answer_around_the_clock: boolean;
  answer_due_at: Date | null;
  next_clocks: NextClock[];
  danger_word: string | null;
  same_matter_since: Date;
  question_kind: QuestionKind;
  /** Of rows that come into being with it, if they do. */
  resident_id: string;
  thread_id: string;
  message_id: string;
  question_id: string;
};

export type StoredPush = {
  stored_message_id: string;
  stored_question_id: string | null;
  duplicate: boolean;
  stored_passive_reply: string | null;
  first_received_at: Date;
};

const STATEMENT = { name: "receive-messages", text: "SELECT * FROM receive_messages($1::jsonb, $2)" };

/**
 * Writes pushes in one statement that has committed when this returns: their rows, in the order given. It is all or nothing.
 * @param pushes put together by `nextBatch`
 * @param patience how long to stand in line behind another transaction, as PostgreSQL's lock_timeout says it
 * @throws whatever the database throws
 */
export async function storePushes(pushes: readonly ArrivedPush[], patience: string): Promise<StoredPush[]> {
  const placed = pushes.map((push, index) => ({ place: index + 1, ...push }));
  const { rows } = await pool.query<StoredPush & { place: number }>({ ...STATEMENT, values: [JSON.stringify(placed), patience] });
  const stored = new Map(rows.map((row) => [row.place, row]));
  return placed.map(({ place }) => {
    const row = stored.get(place);
    if (!row) throw new Error("receive_messages returned too few rows");
    return row;
  });
}
