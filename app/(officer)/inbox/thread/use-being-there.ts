import { useEffect } from "react";
import { readMentionsAction } from "@/app/(officer)/inbox/actions";
import { hearMentions, useMentions } from "@/app/(officer)/inbox/feed/mentions";
import { showThread } from "@/app/(officer)/inbox/feed/presence-teller";
import { useInbox } from "@/app/(officer)/inbox/feed/state";

/** What comes of having a thread open: colleagues see it, and its notes that name the officer are read. */
export function useBeingThere(threadId: string): void {
  const { officer } = useInbox();
  const isNamed = useMentions().some((mention) => mention.threadId === threadId);
  useEffect(() => {
    showThread(threadId);
    return () => showThread(null);
  }, [threadId]);
  useEffect(() => {
    if (!isNamed) return;
    const read = { notes: [], mentionsRead: [{ threadId, officerId: officer.id }] };
    // Should it not arrive, the mention is there again with the next page.
    readMentionsAction({ threadId }).then(
      (result) => result.ok && hearMentions(officer.id, read),
      () => undefined,
    );
  }, [isNamed, threadId, officer.id]);
}
