import { useEffect, useRef } from "react";
import { useInbox } from "@/app/(officer)/inbox/feed/state";
import type { ThreadView } from "@/lib/threads/queries";

/** Reads the thread anew when its resident follows or leaves the account meanwhile: the feed tells the event, not the resident. */
export function useFollowing(view: ThreadView): void {
  const { refreshThread } = useInbox();
  const newest = view.messages.findLast(({ kind, text }) => kind === "event" && /^(un)?subscribe$/i.test(text))?.id;
  const known = useRef(newest);
  useEffect(() => {
    if (known.current === newest) return;
    known.current = newest;
    void refreshThread(view.id).catch(() => undefined);
  }, [newest, refreshThread, view.id]);
}
