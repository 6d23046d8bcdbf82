import type { DoorAccount } from "@/lib/accounts/queries";
import { type MessageKind, natureOf } from "@/lib/messages/rules";
import { kindOf } from "@/lib/questions/kinds";
import { dangerWordIn } from "@/lib/questions/rules";
import { reportDefect } from "@/lib/report-defect";
import { windowOpenedBy } from "@/lib/residents/rules";
import type { DutyHours } from "@/lib/sla/calendar";
import { SAME_MATTER_HOURS, saidAt } from "@/lib/sla/rules";
import { termsAt } from "@/lib/sla/terms";
import { acknowledgementOf, joinedTextOf, type Moment, personTextOf } from "@/lib/standing-answers/acknowledging";
import type { AtHand } from "@/lib/standing-answers/answering";
import { standingAtHand } from "@/lib/standing-answers/remembered";
import { now } from "@/lib/time/clock";
import { after, HOUR, SECOND } from "@/lib/time/rules";
import { clockColumns, nextClocks } from "./clocks";
import { newId } from "./ids";
import { openLine } from "./line";
import { passiveReplyTo } from "./rules";
import { cardIn, cardSentFor, factsOfAnswer, type ReplyCard, selfAnswerTo } from "./serving";
import { type ArrivedPush, type StoredPush, storePushes } from "./statement";

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
  /** What stands in place of that text where WeChat shows more than a text; null: the text itself. */
  card: ReplyCard | null;
  /** Whether a standing answer, or what leads to one, is what it got. */
  isSelfServed: boolean;
  /** Whether it asked for a person by the account's own word for it. */
  asksForPerson: boolean;
  /** When this push first reached us: a repetition seconds later says that our answer did not reach WeChat. */
  firstReceivedAt: Date;
};

const LANES = 3;
/** What is held up for longer is tried alone, where it holds up nobody. */
const PATIENCE = "100ms";
const FOR_EVER = "0";

const store = openLine<ArrivedPush, StoredPush>({
  together: (pushes) => storePushes(pushes, PATIENCE),
  alone: async (push) => (await storePushes([push], FOR_EVER))[0] as StoredPush,
  lanes: LANES,
});

/**
 * Takes one message or event in: resident, thread, message, question, due time and event, in one statement, with
 * whatever else arrives, that has committed when this returns. A push that is already stored changes nothing and gets the answer it got before.
 * @param hand what the account answers by itself; as it was in the last five seconds unless given
 * @throws whatever the database throws; then nothing is stored and WeChat must not be told `success`
 */
export async function receiveMessage(account: DoorAccount, push: ReceivedPush, at = now(), hand?: AtHand): Promise<Received> {
  const arrived = arrivedPush(account, hand ?? (await standingAtHand(account.id)), push, at);
  const stored = await store(arrived);
  const isAnswered = stored.stored_passive_reply !== null;
  return {
    messageId: stored.stored_message_id,
    questionId: stored.stored_question_id,
    duplicate: stored.duplicate,
    passiveReply: stored.stored_passive_reply,
    card: isAnswered ? await cardOf(stored, arrived) : null,
    isSelfServed: isAnswered && arrived.nature === "standing",
    asksForPerson: isAnswered && arrived.gives_way && arrived.nature === "content",
    firstReceivedAt: stored.first_received_at,
  };
}

async function cardOf({ duplicate, stored_message_id: id }: StoredPush, { facts }: ArrivedPush): Promise<ReplyCard | null> {
  return duplicate ? cardSentFor(id) : cardIn(facts);
}

function arrivedPush(account: DoorAccount, hand: AtHand, push: ReceivedPush, at: Date): ArrivedPush {
  const createTime = new Date(push.createTime * SECOND);
  const said = saidAt(createTime, at);
  const tapped = push.facts.bizmsgmenuid !== undefined;
  const asked = natureOf({ kind: push.kind, text: push.text, tapped });
  const isContent = asked === "content";
  const window = windowOpenedBy({ kind: push.kind, event: push.event, tapped }, createTime, at);
  const danger = isContent ? dangerWordIn(push.text, account.dangerWords) : null;
  const self = danger === null ? saidBySelf(hand, push, asked, at) : null;
  const nature = self && isContent && self.asked.means !== "person" ? "standing" : asked;
  const kind = kindOf(push.text);
  const terms = termsAt(account.book, said);
  const clock = clockColumns(terms, { at: said, kind, urgent: danger !== null });
  const moment = momentOf(hand, terms, said, clock);
  const asksPerson = self?.asked.means === "person";
  const ownText = asksPerson ? personTextOf(hand.texts, moment) : self?.reply.text;
  return {
    account_id: account.id,
    openid: push.fromUserName,
    dedupe_key: push.dedupeKey,
    wechat_msg_id: push.msgId,
    kind: push.kind,
    nature,
    said_at: said,
    text: wordsOf(push),
    facts: { ...factsOf(push), ...factsOfAnswer(self) },
    raw: push.raw,
    create_time: createTime,
    received_at: at,
    passive_reply: ownText ?? passiveReplyTo({ nature, event: push.event, danger, menuId: push.facts.bizmsgmenuid }, account),
    joined_reply: asksPerson ? joinedTextOf(hand.texts) : null,
    acknowledgement: isContent && danger === null && self === null ? acknowledged(hand, moment) : null,
    gives_way: self !== null && isContent,
    window_opened: window?.kind ?? null,
    window_closes_at: window?.closesAt ?? null,
    window_remaining: window?.remaining ?? null,
    follow: followOf(push.event),
    ...clock,
    next_clocks: isContent ? nextClocks(terms, said) : [],
    danger_word: danger,
    same_matter_since: after(said, -SAME_MATTER_HOURS * HOUR),
    question_kind: kind,
    resident_id: newId(),
    thread_id: newId(),
    message_id: newId(),
    question_id: newId(),
  };
}

/** What cannot be answered by itself is for a person: a message must not be lost over an answer. */
function saidBySelf(...asked: Parameters<typeof selfAnswerTo>): ReturnType<typeof selfAnswerTo> {
  try {
    return selfAnswerTo(...asked);
  } catch (error) {
    reportDefect("intake, answering by itself", error);
    return null;
  }
}

function momentOf(hand: AtHand, hours: DutyHours, at: Date, clock: ReturnType<typeof clockColumns>): Moment {
  const { due_at: dueAt, target_minutes: targetMinutes, counted_from: countedFrom } = clock;
  return { at, hours, queue: hand.waiting, clock: { dueAt, targetMinutes, countedFrom } };
}

function acknowledged(hand: AtHand, moment: Moment): ArrivedPush["acknowledgement"] {
  const told = acknowledgementOf(hand.texts, moment);
  return told && { rule: told.rule, text: told.text, unless_since: told.unlessSince };
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
