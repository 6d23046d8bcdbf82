import type { MessageNature } from "@/lib/messages/rules";
import { SECOND } from "@/lib/time/rules";

/** WeChat repeats a push when it had no answer within five seconds (protocol section 3.1); a replay by anybody else comes sooner. */
const REPEATED_AFTER = 4 * SECOND;
/** A silence of all our web processes that WeChat's retries (about 15 s) can't bridge. */
export const OUTAGE_SECONDS = 15;
export const BEAT_SECONDS = 5;

/** What the account says by itself, in the words an officer approved: to danger the emergency numbers, to a greeting or a follow the prompt. */
export function passiveReplyTo(
  message: { nature: MessageNature; event: string | null; danger: string | null },
  texts: { greetingText: string; emergencyText: string },
): string | null {
  if (message.danger) return texts.emergencyText;
  if (message.nature === "greeting" || message.event?.toLowerCase() === "subscribe") return texts.greetingText;
  return null;
}

/** Whether a repeated push shows that the prompt to a greeting did not reach WeChat: then a person has to look. */
export function promptFailed(
  received: { duplicate: boolean; passiveReply: string | null; questionId: string | null; firstReceivedAt: Date },
  kind: string,
  now: Date,
): boolean {
  const repeated = received.duplicate && now.getTime() - received.firstReceivedAt.getTime() >= REPEATED_AFTER;
  return repeated && received.passiveReply !== null && received.questionId === null && kind !== "event";
}
