import type { ThreadNote, UnreadMention } from "@/lib/notes/queries";
import { SharedValue, useShared } from "./shared-value";

type Told = { notes: readonly ThreadNote[]; mentionsRead: readonly { threadId: string; officerId: string }[] };

const unread = new SharedValue<readonly UnreadMention[]>([]);

/** The notes that name this officer and wait to be opened, newest first. */
export function useMentions(): readonly UnreadMention[] {
  return useShared(unread);
}

/** As the server has just read them. */
export function keepMentions(mentions: readonly UnreadMention[]): void {
  unread.set(mentions);
}

/** Takes over what the feed tells. */
export function hearMentions(officerId: string, told: Told): void {
  unread.set(withTold(unread.get(), officerId, told));
}

/** The unread mentions with what a change tells of them; the same list when it tells nothing. Newest first. */
export function withTold(known: readonly UnreadMention[], officerId: string, { notes, mentionsRead }: Told): readonly UnreadMention[] {
  const opened = new Set(mentionsRead.filter((read) => read.officerId === officerId).map(({ threadId }) => threadId));
  const changed = new Set(notes.map(({ id }) => id));
  const kept = known.filter(({ id, threadId }) => !changed.has(id) && !opened.has(threadId));
  const fresh = notes.filter(({ removedAt, mentioned }) => !removedAt && mentioned.some(({ id }) => id === officerId));
  if (fresh.length === 0 && kept.length === known.length) return known;
  return [...fresh.toReversed(), ...kept];
}
