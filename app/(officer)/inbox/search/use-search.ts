import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useZoneOf } from "@/app/(officer)/account-clocks";
import { loadSearch } from "@/app/(officer)/inbox/feed/loaders";
import type { SearchHit, SearchPage } from "@/lib/search/queries";
import type { FoundResident } from "@/lib/search/residents";
import { searchWords } from "@/lib/search/rules";
import { type SearchQuery, searchParams } from "./search-address";

export type Found = {
  status: "idle" | "short" | "searching" | "done" | "failed";
  /** The words that were looked for, folded, as highlight() wants them. */
  words: string[];
  residents: FoundResident[];
  hits: SearchHit[];
  nextCursor: string | null;
  /** Everything since then has been looked through; null when a page was full or nothing is left. */
  lookedThroughSince: Date | null;
};

const NOTHING: Found = { status: "idle", words: [], residents: [], hits: [], nextCursor: null, lookedThroughSince: null };
/** A pause in typing that is long enough to look. */
const PAUSE = 200;
/** As often a search goes on by itself when it has found too little for a screen. */
const GOES_ON = 3;
const ENOUGH = 10;

/** What a search finds; asked a moment after the last key, an answer that comes too late is dropped. */
export function useSearch(query: SearchQuery) {
  const [found, setFound] = useState(NOTHING);
  const asking = useRef<AbortController | null>(null);
  const timeZone = useZoneOf(query.account);
  const key = searchParams(query, null, timeZone).toString();

  const ask = useCallback(
    async (cursor: string | null, before: Found) => {
      asking.current?.abort();
      const own = new AbortController();
      asking.current = own;
      setFound((shown) => ({ ...(cursor ? before : shown), status: "searching" }));
      let next = before;
      for (let turn = 0, from = cursor; turn <= GOES_ON; turn += 1) {
        const page = await loadSearch(withCursor(key, from), own.signal).catch(() => null);
        if (own.signal.aborted) return;
        if (!page) return setFound({ ...next, nextCursor: from, status: "failed" });
        next = withPage(next, page);
        from = page.nextCursor;
        if (!page.lookedThroughSince || next.hits.length >= ENOUGH) break;
      }
      setFound(next);
    },
    [key],
  );

  useEffect(() => {
    const { words, short } = searchWords(new URLSearchParams(key).get("q") ?? "");
    asking.current?.abort();
    if (words.length === 0) return setFound({ ...NOTHING, status: short.length > 0 ? "short" : "idle" });
    setFound((shown) => ({ ...shown, status: "searching" }));
    const timer = setTimeout(() => void ask(null, NOTHING), PAUSE);
    return () => clearTimeout(timer);
  }, [key, ask]);
  useEffect(() => () => asking.current?.abort(), []);

  const { status, nextCursor } = found;
  return useMemo(
    () => ({
      found,
      more: () => {
        if (status === "done" && nextCursor) void ask(nextCursor, found);
      },
      retry: () => void (nextCursor ? ask(nextCursor, found) : ask(null, NOTHING)),
    }),
    [found, status, nextCursor, ask],
  );
}

function withCursor(key: string, cursor: string | null): URLSearchParams {
  const params = new URLSearchParams(key);
  if (cursor) params.set("cursor", cursor);
  return params;
}

function withPage(before: Found, page: SearchPage): Found {
  const known = new Set(before.hits.map(({ id }) => id));
  return {
    status: "done",
    words: page.words,
    residents: before.hits.length > 0 || before.residents.length > 0 ? before.residents : page.residents,
    hits: [...before.hits, ...page.hits.filter(({ id }) => !known.has(id))],
    nextCursor: page.nextCursor,
    lookedThroughSince: page.lookedThroughSince,
  };
}
