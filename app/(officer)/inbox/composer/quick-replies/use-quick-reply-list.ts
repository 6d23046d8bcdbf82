import { useEffect, useState } from "react";
import { loadQuickReplies } from "@/app/(officer)/inbox/feed/loaders";
import type { QuickReply } from "@/lib/quick-replies/queries";
import { MINUTE } from "@/lib/time/rules";

type Known = { officerId: string; readAt: number; list: readonly QuickReply[] };

/** Of this page, for one officer; `readAt` by the page's own timer, in milliseconds. */
let known: Known | null = null;

/** The officer's texts as last read; read when first needed, and again when that is more than a minute ago. */
export function useQuickReplyList(officerId: string): { list: readonly QuickReply[] | null; failed: boolean } {
  const [list, setList] = useState(known?.officerId === officerId ? known.list : null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    if (known?.officerId === officerId && performance.now() - known.readAt < MINUTE) return;
    let over = false;
    loadQuickReplies()
      .then(({ quickReplies }) => {
        known = { officerId, readAt: performance.now(), list: quickReplies };
        if (!over) setList(quickReplies);
      })
      .catch(() => !over && setFailed(true));
    return () => {
      over = true;
    };
  }, [officerId]);
  return { list, failed: failed && list === null };
}
