import { type Dispatch, useCallback, useEffect, useRef, useState } from "react";
import { useDrafts } from "@/app/(officer)/inbox/composer/drafted";
import { withSaid } from "@/app/(officer)/inbox/search/search-address";
import { addressNow, goTo } from "./address";
import type { ThreadRead } from "./loaders";
import type { InboxAction, InboxState } from "./store";
import { ThreadCache } from "./thread-cache";
import { serverNow } from "./ticker";
import { chosenThread, useChosenThread } from "./use-chosen-thread";
import { usePrefetch } from "./use-prefetch";

/** The open thread and those that may be opened next: a known one is painted at once, and its neighbours are read while it is looked at. */
export function useThreads(
  state: InboxState,
  dispatch: Dispatch<InboxAction>,
  { threadId, live }: { threadId: string | null; live: boolean },
) {
  const [cache] = useState(() => new ThreadCache());
  const openId = state.open?.view.id ?? null;
  const known = useUndrafted(cache);
  const opened = useCallback((read: ThreadRead) => dispatch({ type: "threadOpened", ...read }), [dispatch]);
  const { failed, refreshThread } = useChosenThread({ threadId, openId, live, known, cache, opened });
  usePrefetch({
    rows: state.rows,
    openId: threadId === openId ? openId : null,
    live: live && (threadId === null || threadId === openId),
    cache,
  });

  const openThread = useCallback(
    (id: string | null) => {
      if (id !== null && id === chosenThread()) return void refreshThread(id);
      const found = id === null ? null : known(id);
      // Both in one rendering: no empty pane comes between.
      if (found) opened(found.read);
      goTo({ threadId: id, search: withSaid(addressNow().search, null) });
      if (id && found && !found.whole) void refreshThread(id);
    },
    [known, opened, refreshThread],
  );
  return { cache, failed, refreshThread, openThread };
}

/** What is known of a thread, unless the officer has a draft in it: the newest words of that are the server's to tell. */
function useUndrafted(cache: ThreadCache) {
  const drafts = useDrafts();
  const before = useRef(drafts);
  useEffect(() => {
    const changed = [...new Set([...drafts, ...before.current])].filter((id) => drafts.has(id) !== before.current.has(id));
    before.current = drafts;
    for (const id of changed) cache.outdate(id, serverNow());
  }, [drafts, cache]);
  return useCallback((id: string) => (before.current.has(id) ? null : cache.get(id)), [cache]);
}
