import { db } from "@/lib/db";
import type { MessageNature } from "@/lib/messages/rules";
import { type AtHand, answerToTap, answerToText, type SelfAnswer, welcomeAnswer } from "@/lib/standing-answers/answering";
import { NOT_HELPED_WITHIN } from "@/lib/standing-answers/asks";
import type { SelfReply } from "@/lib/standing-answers/words";
import { after } from "@/lib/time/rules";

/** An answer that is more than its text: an article, or a picture. */
export type ReplyCard = Exclude<SelfReply, { kind: "text" }>;
/** A push as far as it may be answered by itself. */
type Served = { kind: string; event: string | null; eventKey: string | null; text: string };

/**
 * What the account answers by itself, if it does: to a text that is nothing but a number or a keyword, to a tap on its menu, to a
 * follow.
 * @param asked what the message asks of us as natureOf() has it: greetings, thanks and taps on a rating are none of its matter
 */
export function selfAnswerTo(hand: AtHand, push: Served, asked: MessageNature, at: Date): SelfAnswer | null {
  if (push.kind === "text") return asked === "content" ? answerToText(hand, push.text, at) : null;
  const event = push.event?.toLowerCase();
  if (event === "click") return answerToTap(hand, push.eventKey, at);
  return event === "subscribe" ? welcomeAnswer(hand, at) : null;
}

/** What a message keeps of it among its facts: by what it was found, and the card where it is more than its text. */
export function factsOfAnswer(self: SelfAnswer | null): Record<string, unknown> {
  if (self === null) return {};
  return self.reply.kind === "text" ? { standing: self.asked } : { standing: self.asked, card: self.reply };
}

/** What somebody asked and got a standing answer to, just before he asked for a person: his message, or null. */
export async function servedBefore(messageId: string): Promise<string | null> {
  const asked = await db.message.findUniqueOrThrow({ where: { id: messageId }, select: { threadId: true, seq: true, at: true } });
  const last = await db.message.findFirst({
    where: { threadId: asked.threadId, seq: { lt: asked.seq }, direction: "inbound" },
    orderBy: { seq: "desc" },
    select: { id: true, nature: true, at: true },
  });
  return last?.nature === "standing" && last.at >= after(asked.at, -NOT_HELPED_WITHIN) ? last.id : null;
}

/** The card among a message's facts, or null. */
export function cardIn(facts: unknown): ReplyCard | null {
  return (facts as { card?: ReplyCard } | null)?.card ?? null;
}

/** The card that was sent when a message was stored, whatever the answer says by now, or null. */
export async function cardSentFor(messageId: string): Promise<ReplyCard | null> {
  const { facts } = await db.message.findUniqueOrThrow({ where: { id: messageId }, select: { facts: true } });
  return cardIn(facts);
}
