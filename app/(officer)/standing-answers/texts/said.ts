import { acknowledgementOf, filled, PLACEHOLDERS } from "@/lib/standing-answers/acknowledging";
import type { StandingSettings } from "@/lib/standing-answers/queries";
import type { Moments } from "@/lib/standing-answers/waiting";
import { menuOf, type Offered, type SelfReply, welcomeOf } from "@/lib/standing-answers/words";

export const GREETINGS = ["welcomeText", "menuLead", "personText"] as const;
export type Part = (typeof GREETINGS)[number] | keyof typeof PLACEHOLDERS;

/** What stands on a phone where one of the texts is said; null while that never is. What is going on is taken from now, as far as it fits. */
export function replyFor(part: Part, settings: StandingSettings, offered: readonly Offered[], moments: Moments): SelfReply | null {
  if (part === "menuLead") return menuOf(settings, offered);
  if (part === "welcomeText") return welcomeOf(settings, offered);
  const { inside, outside } = moments;
  const moment = part === "outsideText" ? outside : inside;
  if (moment === null) return null;
  const waiting = Math.max(moment.queue.waiting, part === "queueText" && settings.queueFrom > 0 ? settings.queueFrom : 0);
  return { kind: "text", text: filled(settings[part], settings, { ...moment, queue: { ...moment.queue, waiting } }) };
}

/** What a message that opens a question would be told now. */
export function saidNow(settings: StandingSettings, { now }: Moments) {
  return acknowledgementOf(settings, now);
}

/** The names that a text may hold: {back}, {hotline}. */
export function placeholdersOf(part: Part): readonly (typeof PLACEHOLDERS)[keyof typeof PLACEHOLDERS][number][] {
  return part in PLACEHOLDERS ? PLACEHOLDERS[part as keyof typeof PLACEHOLDERS] : [];
}
