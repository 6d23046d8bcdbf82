import { type Dispatch, useCallback, useEffect, useEffectEvent, useRef } from "react";
import { queueSearch, readQueueQuery } from "@/lib/questions/address";
import type { QueueQuery } from "@/lib/questions/rules";
import { addressNow, goTo } from "./address";
import { loadQueuePage } from "./loaders";
import type { InboxAction, InboxState } from "./store";

type Accounts = readonly { id: string; slug: string }[];

/** The queue that the address names: read when it changes, page by page as the officer scrolls, and anew when one asks for it. */
export function useQueue(state: InboxState, dispatch: Dispatch<InboxAction>, { search, accounts }: { search: string; accounts: Accounts }) {
  const { query, asked, nextCursor } = state;

  const ask = useCallback(
    async (wanted: QueueQuery) => {
      dispatch({ type: "queueAsked", query: wanted });
      const read = await loadQueuePage({ query: wanted, cursor: null }).catch(() => null);
      dispatch(read ? { type: "queueRead", read } : { type: "queueFailed", query: wanted });
    },
    [dispatch],
  );
  const follow = useEffectEvent(() => {
    const wanted = queryIn(search, accounts);
    if (wanted && queueSearch(wanted) !== queueSearch(asked?.query ?? query)) void ask(wanted);
  });
  useEffect(() => {
    if (search !== null) follow();
  }, [search]);

  const showQuery = useCallback((wanted: QueueQuery) => goTo({ ...addressNow(), search: searchOf(wanted, accounts) }), [accounts]);
  const loading = useRef(false);
  const loadMore = useCallback(async () => {
    if (loading.current || !nextCursor) return;
    loading.current = true;
    const read = await loadQueuePage({ query, cursor: nextCursor }).catch(() => null);
    loading.current = false;
    if (read) dispatch({ type: "pageLoaded", read });
  }, [query, nextCursor, dispatch]);
  const retry = useCallback(() => asked && void ask(asked.query), [asked, ask]);
  return { showQuery, loadMore, retry };
}

/** The part of an address that says a query, with its `?`. */
export function searchOf(query: QueueQuery, accounts: Accounts): string {
  const search = queueSearch(query, accounts);
  return search && `?${search}`;
}

/** The query that an address says; null while it says a search for words, because that stands above the queue as it was. */
function queryIn(search: string, accounts: Accounts): QueueQuery | null {
  const params = new URLSearchParams(search);
  return params.has("q") ? null : readQueueQuery(Object.fromEntries(params), accounts);
}
