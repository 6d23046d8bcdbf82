"use client";

import { type RefObject, useEffect, useEffectEvent, useRef } from "react";
import type { SearchHit } from "@/lib/search/queries";
import { FoundResidents } from "./found-residents";
import { type Said, type SearchQuery, searchAddress } from "./search-address";
import { SearchFilters } from "./search-filters";
import { SearchHits } from "./search-hits";
import { SearchStatus } from "./search-status";
import { useSearch } from "./use-search";

type Props = {
  query: SearchQuery;
  said: Said | null;
  accounts: readonly { id: string; name: string }[];
  /** The bounds are shown. */
  bounded: boolean;
  /** Another search, in place of this one. */
  onChange(query: SearchQuery): void;
  onOpen(threadId: string, said: Said | null): void;
  /** Where this says how one goes from hit to hit. */
  stepper: RefObject<Stepper | null>;
};
export type Stepper = (by: 1 | -1) => void;

/** What a search found, newest first, below the field. Stepping from hit to hit opens each; a step made too early waits for the first one. */
export function SearchPane({ query, said, accounts, bounded, onChange, onOpen, stepper }: Props) {
  const { found, more, retry } = useSearch(query);
  /** The hit that takes the focus as soon as it is on the page. */
  const reached = useRef<string | null>(null);

  const open = (hit: SearchHit) => onOpen(hit.threadId, placeOf(hit));
  const waiting = useRef(false);
  const step = (by: 1 | -1) => {
    waiting.current = found.status === "searching";
    if (waiting.current) return;
    const here = found.hits.findIndex(({ id }) => id === said?.id);
    const next = found.hits[here < 0 ? 0 : here + by];
    if (!next) return;
    reached.current = next.id;
    open(next);
  };
  useEffect(() => {
    stepper.current = step;
    return () => {
      stepper.current = null;
    };
  });
  const stepIfWaiting = useEffectEvent(() => waiting.current && step(1));
  useEffect(() => {
    if (found.status === "done") stepIfWaiting();
  }, [found.status]);
  return (
    <>
      {bounded ? <SearchFilters query={query} accounts={accounts} onChange={onChange} /> : null}
      <SearchHits
        hits={found.hits}
        words={found.words}
        currentId={said?.id ?? null}
        reached={reached}
        hrefOf={(hit) => `/inbox/${hit.threadId}${searchAddress(query, placeOf(hit))}`}
        onOpen={open}
        onNeedMore={found.lookedThroughSince ? NOTHING : more}
        head={<FoundResidents residents={found.residents} words={found.words} onOpen={(id) => onOpen(id, null)} />}
        foot={<SearchStatus found={found} onMore={more} onRetry={retry} />}
      />
    </>
  );
}

const NOTHING = () => undefined;

function placeOf({ id, at }: SearchHit): Said {
  return { id, at: at.getTime() };
}
