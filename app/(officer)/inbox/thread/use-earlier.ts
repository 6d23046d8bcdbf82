import { type RefObject, useCallback, useState } from "react";
import { useInbox } from "@/app/(officer)/inbox/feed/state";

/** Loads the page before the first message, once at a time. Near the upper edge of `list` it does so by itself. */
export function useEarlier(list: RefObject<HTMLElement | null>, threadId: string, hasEarlier: boolean) {
  const { loadEarlier } = useInbox();
  const [status, setStatus] = useState<"idle" | "loading" | "failed">("idle");

  const load = useCallback(async () => {
    setStatus("loading");
    const failed = await loadEarlier(threadId).then(
      () => false,
      () => true,
    );
    setStatus(failed ? "failed" : "idle");
  }, [loadEarlier, threadId]);

  function onScroll() {
    const near = list.current !== null && list.current.scrollTop < list.current.clientHeight / 2;
    if (hasEarlier && status === "idle" && near) void load();
  }

  return { status, load, onScroll };
}
