import type { ReplyState, ThreadMessage } from "@/lib/threads/queries";

/** A reply that WeChat has taken, as one text. */
export type LastAnswer = Pick<ReplyState, "id" | "kind" | "officer"> & { text: string; sentAt: Date };

/** What the resident was told last, newest first: of the messages at hand (oldest first), the replies that WeChat has taken. */
export function lastAnswers(messages: readonly ThreadMessage[], most: number): LastAnswer[] {
  const answers = new Map<string, LastAnswer>();
  for (const { reply, text, at } of messages) {
    if (reply?.status !== "sent") continue;
    const { id, kind, officer, sentAt } = reply;
    const begun = answers.get(id);
    answers.set(id, { id, kind, officer, sentAt: sentAt ?? at, text: begun ? `${begun.text}\n${text}` : text });
  }
  return [...answers.values()].sort((one, other) => other.sentAt.getTime() - one.sentAt.getTime()).slice(0, most);
}
