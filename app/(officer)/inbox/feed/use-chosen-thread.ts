import { useCallback, useEffect, useEffectEvent, useLayoutEffect, useState } from "react";
import { addressNow } from "./address";
import { loadThread, type ThreadRead } from "./loaders";
import type { ThreadCache } from "./thread-cache";

type Chosen = {
  threadId: string | null;
  openId: string | null;
  live: boolean;
  known: (threadId: string) => { read: ThreadRead; whole: boolean } | null;
  cache: ThreadCache;
  opened: (read: ThreadRead) => void;
};

/**
 * Opens the thread that the address names whenever it is not the open one: at once if it is known, and from the server if it is
 * not, or may have more to say; should that fail, again when the line is up. `known` and `opened` stay the same functions.
 */
export function useChosenThread({ threadId, openId, live, known, cache, opened }: Chosen) {
  const [failedId, setFailedId] = useState<string | null>(null);

  const refreshThread = useCallback(
    async (id: string) => {
      setFailedId(null);
      const read = await loadThread({ threadId: id }).catch(() => null);
      if (read) cache.put(read);
      // An answer that comes after the officer has moved on must not take the thread away.
      if (chosenThread() !== id) return;
      if (read) opened(read);
      else setFailedId(id);
    },
    [opened, cache],
  );
  // Before the browser paints: a known thread is never preceded by an empty pane.
  useLayoutEffect(() => {
    if (!threadId || threadId === openId) return;
    const found = known(threadId);
    if (found) opened(found.read);
    if (!found?.whole) void refreshThread(threadId);
  }, [threadId, openId, refreshThread, known, opened]);

  const failed = threadId !== null && failedId === threadId && openId !== threadId;
  const onceMore = useEffectEvent(() => {
    if (failed) void refreshThread(threadId);
  });
  useEffect(() => {
    if (live) onceMore();
  }, [live]);
  return { failed, refreshThread };
}

/** The thread that the address names at this moment. */
export function chosenThread(): string | null {
  return addressNow().threadId;
}

/** What the address names for the middle pane: a thread or a group. */
export function chosenPane(): string | null {
  const { threadId, groupId } = addressNow();
  return groupId ?? threadId;
}
