import type { MessageNature } from "@/lib/messages/rules";
import { tapOf } from "@/lib/ratings/rules";
import { SECOND } from "@/lib/time/rules";

/** WeChat repeats a push when it had no answer within five seconds (protocol section 3.1); a replay by anybody else comes sooner. */
const REPEATED_AFTER = 4 * SECOND;
/** A silence of all our web processes that WeChat's retries (about 15 s) can't bridge. */
export const OUTAGE_SECONDS = 15;
export const BEAT_SECONDS = 5;
/** A batch is one transaction: what more of it would save is little, what it would keep others waiting is not. */
export const MOST_TOGETHER = 64;
const MOST_CHARACTERS = 1_000_000;

/** What a tap on a rating is answered. */
type RatingTexts = { thanksText: string; notSolvedText: string };

/** What has to be known of a push to say which others it can be written with. */
export type Arrival = { account_id: string; openid: string; dedupe_key: string; kind: string; raw: string };

/** What the account says by itself, in the words an officer approved: to danger the emergency numbers, to a greeting or a follow the prompt,
 * to a tap on a rating its thanks. */
export function passiveReplyTo(
  message: { nature: MessageNature; event: string | null; danger: string | null; menuId?: unknown },
  texts: { greetingText: string; emergencyText: string; ratingTexts?: RatingTexts | null },
): string | null {
  if (message.danger) return texts.emergencyText;
  const tap = message.nature === "rating" ? tapOf(message.menuId) : null;
  // A tap opens a minute of WeChat's window, typed words open two days of it.
  if (tap) return (tap.score === "notSolved" ? texts.ratingTexts?.notSolvedText : texts.ratingTexts?.thanksText) ?? null;
  if (message.nature === "greeting" || message.event?.toLowerCase() === "subscribe") return texts.greetingText;
  return null;
}

/**
 * Whether a repeated push shows that the prompt to a greeting did not reach WeChat: then a person has to look. A standing answer goes
 * out again with the repetition, and is asked for again as easily.
 */
export function promptFailed(
  received: { duplicate: boolean; passiveReply: string | null; questionId: string | null; firstReceivedAt: Date; isSelfServed: boolean },
  kind: string,
  now: Date,
): boolean {
  const repeated = received.duplicate && now.getTime() - received.firstReceivedAt.getTime() >= REPEATED_AFTER;
  return repeated && received.passiveReply !== null && received.questionId === null && !received.isSelfServed && kind !== "event";
}

/** Who wrote, over all accounts. */
export function personOf({ account_id, openid }: Arrival): string {
  return `${account_id} ${openid}`;
}

/**
 * Which of those that wait are written together next, and who goes on waiting, both in the order of arrival. Messages of one person go
 * together; an event of theirs, and a second delivery of one push, go with a later batch, because the first must be written by then.
 * @param busy the persons whom other batches are writing
 */
export function nextBatch<Waiting extends { item: Arrival }>(waiting: readonly Waiting[], busy: ReadonlySet<string>) {
  const batch: Waiting[] = [];
  const left: Waiting[] = [];
  const held = new Set(busy);
  const kinds = new Map<string, "message" | "event">();
  const keys = new Set<string>();
  let characters = 0;
  for (const one of waiting) {
    const person = personOf(one.item);
    const key = `${one.item.account_id} ${one.item.dedupe_key}`;
    const kind = one.item.kind === "event" ? "event" : "message";
    const isFull = batch.length === MOST_TOGETHER || (batch.length > 0 && characters + one.item.raw.length > MOST_CHARACTERS);
    const meets = kinds.get(person);
    if (isFull || held.has(person) || keys.has(key) || (meets && (meets === "event" || kind === "event"))) {
      held.add(person);
      left.push(one);
      continue;
    }
    batch.push(one);
    kinds.set(person, kind);
    keys.add(key);
    characters += one.item.raw.length;
  }
  return { batch, left };
}
