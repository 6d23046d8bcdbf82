import { usePathname } from "next/navigation";
import { useCallback, useEffect, useEffectEvent, useState } from "react";
import { loadThread } from "./loaders";

type Read = Awaited<ReturnType<typeof loadThread>>;

/**
 * The thread that the address names, read whenever it is not the open one: when it is chosen and, should that have failed, when
 * the line is up again. `opened` hears what was read; it must stay the same function.
 */
export function useChosenThread({ openId, live, opened }: { openId: string | null; live: boolean; opened: (read: Read) => void }) {
  const threadId = threadOf(usePathname());
  const [failedId, setFailedId] = useState<string | null>(null);

  const refreshThread = useCallback(
    async (id: string) => {
      setFailedId(null);
      const read = await loadThread({ threadId: id }).catch(() => null);
      // An answer that comes after the officer has moved on must not take the thread away.
      if (chosenThread() !== id) return;
      if (read) opened(read);
      else setFailedId(id);
    },
    [opened],
  );
  useEffect(() => {
    if (threadId && threadId !== openId) void refreshThread(threadId);
  }, [threadId, openId, refreshThread]);

  const failed = threadId !== null && failedId === threadId;
  const onceMore = useEffectEvent(() => {
    if (failed) void refreshThread(threadId);
  });
  useEffect(() => {
    if (live) onceMore();
  }, [live]);
  return { threadId, failed, refreshThread };
}

/** The thread that the address names at this moment. */
export function chosenThread(): string | null {
  return threadOf(window.location.pathname);
}

function threadOf(pathname: string): string | null {
  return pathname.split("/")[2] ?? null;
}
