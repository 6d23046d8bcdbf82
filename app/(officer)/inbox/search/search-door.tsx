"use client";

import { useTranslations } from "next-intl";
import { Suspense, useMemo, useRef, useState } from "react";
import { addressNow, amendAddress, goTo, useAddress } from "@/app/(officer)/inbox/feed/address";
import { useInbox } from "@/app/(officer)/inbox/feed/state";
import { useCommand } from "@/app/(officer)/inbox/keyboard/use-command";
import { lazyPart } from "@/components/ui/lazy-part";
import { openSaid } from "./open-said";
import { readSaid, readSearch, type SearchQuery, searchAddress } from "./search-address";
import { SearchField } from "./search-field";
import type { Stepper } from "./search-pane";

const SearchPane = lazyPart(() => import("./search-pane").then(({ SearchPane }) => SearchPane));

/** As wide a screen shows the queue and the thread beside each other. */
const BOTH_PANES = "(min-width: 48rem)";
const NOWHERE = { threadId: null, search: "" };

type Props = {
  accounts: readonly { id: string; name: string }[];
  /** The search of the queue's own address, for the way back. */
  queueSearch: string;
};

/** Whether the address says a search for words: it stands in the queue's place. */
export function useSearching(): boolean {
  return useSearchQuery() !== null;
}

/** Opens the search when the officer asks for it, and shows it while the address says one; what finds is loaded with the first use. */
export function SearchDoor(props: Props) {
  const query = useSearchQuery();
  useCommand("search", () => {
    if (query) return;
    const open = window.matchMedia(BOTH_PANES).matches ? addressNow() : NOWHERE;
    goTo({ ...open, search: searchAddress({ q: "" }, null) });
  });
  return query ? <OpenSearch query={query} {...props} /> : null;
}

/** Search in place of the queue: what one types, its bounds, and what was found. Esc leads back to the queue as it was. */
function OpenSearch({ query, accounts, queueSearch }: Props & { query: SearchQuery }) {
  const t = useTranslations("search");
  const { openThread } = useInbox();
  const { search } = useAddress(NOWHERE);
  const said = useMemo(() => readSaid(search), [search]);
  const [bounded, setBounded] = useState(Object.keys(query).length > 1);
  const close = () => goTo({ ...addressNow(), search: queueSearch });
  const stepper = useRef<Stepper>(null);
  useCommand("next", () => stepper.current?.(1), { ahead: true });
  useCommand("previous", () => stepper.current?.(-1), { ahead: true });
  useCommand("back", close, { ahead: true });
  // They mean rows of the queue, which is out of sight.
  useCommand("select", NOTHING, { ahead: true });
  useCommand("extendNext", NOTHING, { ahead: true });
  useCommand("extendPrevious", NOTHING, { ahead: true });
  return (
    <search aria-label={t("label")} className="col-start-1 row-start-1 flex min-h-0 min-w-0 flex-col border-line border-r bg-panel">
      <SearchField
        text={query.q}
        bounded={bounded}
        onType={(q) => change((now) => ({ ...now, q }))}
        onBounds={() => setBounded(!bounded)}
        onNext={() => stepper.current?.(1)}
        onClose={close}
      />
      <Suspense>
        <SearchPane
          query={query}
          said={said}
          accounts={accounts}
          bounded={bounded}
          onChange={(changed) => change(() => changed)}
          stepper={stepper}
          onOpen={(threadId, place) => openSaid(openThread, threadId, place)}
        />
      </Suspense>
    </search>
  );
}

const NOTHING = () => undefined;

function useSearchQuery(): SearchQuery | null {
  const { search } = useAddress(NOWHERE);
  return useMemo(() => readSearch(search), [search]);
}

/** The address says another search from now on, unless the search has been left in the meantime. */
function change(to: (now: SearchQuery) => SearchQuery): void {
  const address = addressNow();
  const { search } = address;
  const now = readSearch(search);
  if (now) amendAddress({ ...address, search: searchAddress(to(now), readSaid(search)) });
}
