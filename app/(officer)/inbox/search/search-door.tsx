"use client";

import { useTranslations } from "next-intl";
import { lazy, Suspense, useCallback, useMemo } from "react";
import { addressNow, amendAddress, goTo, useAddress } from "@/app/(officer)/inbox/feed/address";
import { useInbox } from "@/app/(officer)/inbox/feed/state";
import { useCommand } from "@/app/(officer)/inbox/keyboard/use-command";
import { TextInput } from "@/components/ui/text-input";
import { openSaid } from "./open-said";
import { readSaid, readSearch, type SearchQuery, searchAddress } from "./search-address";

const SearchPane = lazy(() => import("./search-pane").then(({ SearchPane }) => ({ default: SearchPane })));

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
  const { search } = useAddress(NOWHERE);
  return useMemo(() => readSearch(search) !== null, [search]);
}

/** Opens the search when the officer asks for it, and shows it while the address says one; its code is loaded with the first use. */
export function SearchDoor({ accounts, queueSearch }: Props) {
  const { openThread } = useInbox();
  const { search } = useAddress(NOWHERE);
  const [query, said] = useMemo(() => [readSearch(search), readSaid(search)], [search]);
  useCommand("search", () => {
    if (query) return;
    const { threadId } = addressNow();
    goTo({ threadId: window.matchMedia(BOTH_PANES).matches ? threadId : null, search: searchAddress({ q: "" }, null) });
  });
  const change = useCallback((changed: SearchQuery) => {
    const { threadId, search: before } = addressNow();
    // The search may have been left in the meantime.
    if (readSearch(before)) amendAddress({ threadId, search: searchAddress(changed, readSaid(before)) });
  }, []);
  if (!query) return null;

  return (
    <div className="col-start-1 row-start-1 grid min-h-0 min-w-0 grid-cols-1 grid-rows-1">
      <Suspense fallback={<FirstKeys onType={(q) => change({ ...query, q })} />}>
        <SearchPane
          query={query}
          said={said}
          accounts={accounts}
          onChange={change}
          onOpen={(threadId, place) => openSaid(openThread, threadId, place)}
          onClose={() => goTo({ threadId: addressNow().threadId, search: queueSearch })}
        />
      </Suspense>
    </div>
  );
}

/** Takes what is typed until the search is there: it would be taken for commands. */
function FirstKeys({ onType }: { onType(text: string): void }) {
  const t = useTranslations("search");
  return (
    <div className="border-line border-r bg-panel py-2 pr-20 pl-3">
      <TextInput ref={focused} className="pl-8" aria-label={t("field")} onChange={({ target }) => onType(target.value)} />
    </div>
  );
}

function focused(field: HTMLInputElement | null) {
  field?.focus();
}
