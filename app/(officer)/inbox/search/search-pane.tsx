"use client";

import { Search, SlidersHorizontal, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { useComposition } from "@/app/(officer)/inbox/composer/use-composition";
import { useCommand } from "@/app/(officer)/inbox/keyboard/use-command";
import { TextInput } from "@/components/ui/text-input";
import type { SearchHit } from "@/lib/search/queries";
import { FoundResidents } from "./found-residents";
import { type Said, type SearchQuery, searchAddress } from "./search-address";
import { SearchFilters } from "./search-filters";
import { SearchHits } from "./search-hits";
import { SearchStatus } from "./search-status";
import { useSearch } from "./use-search";
import { useTyped } from "./use-typed";

type Props = {
  query: SearchQuery;
  said: Said | null;
  accounts: readonly { id: string; name: string }[];
  /** Another search, in place of this one. */
  onChange(query: SearchQuery): void;
  onOpen(threadId: string, said: Said | null): void;
  onClose(): void;
};

/** Search in place of the queue: what one types, its bounds, and what was found, newest first. Esc leads back to the queue as it was. */
export function SearchPane({ query, said, accounts, onChange, onOpen, onClose }: Props) {
  const t = useTranslations("search");
  const field = useRef<HTMLInputElement>(null);
  const composition = useComposition();
  const { typed, handlers } = useTyped(query.q, (q) => onChange({ ...query, q }));
  const [bounded, setBounded] = useState(Object.keys(query).length > 1);
  const { found, more, retry } = useSearch(query);
  /** The hit that takes the focus as soon as it is on the page. */
  const reached = useRef<string | null>(null);

  useEffect(() => field.current?.focus(), []);
  const open = (hit: SearchHit) => onOpen(hit.threadId, placeOf(hit));
  const step = (by: 1 | -1) => {
    const here = found.hits.findIndex(({ id }) => id === said?.id);
    const next = found.hits[here < 0 ? 0 : here + by];
    if (!next) return;
    reached.current = next.id;
    open(next);
  };
  useCommand("next", () => step(1), { ahead: true });
  useCommand("previous", () => step(-1), { ahead: true });
  useCommand("search", () => field.current?.select(), { ahead: true });
  useCommand("back", onClose, { ahead: true });
  // They mean rows of the queue, which is out of sight.
  useCommand("select", NOTHING, { ahead: true });
  useCommand("extendNext", NOTHING, { ahead: true });
  useCommand("extendPrevious", NOTHING, { ahead: true });

  function onKeyDown(event: KeyboardEvent) {
    if (composition.blocks(event)) return;
    const act = { Escape: onClose, Enter: () => step(1), ArrowDown: () => step(1) }[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  }
  return (
    <search aria-label={t("label")} className="flex min-h-0 flex-col border-line border-r bg-panel">
      <div className="flex items-center gap-1 py-2 pr-2 pl-3">
        <div className="relative min-w-0 flex-1">
          <Search size={16} aria-hidden className="-translate-y-1/2 pointer-events-none absolute top-1/2 left-2.5 text-ink-3" />
          <TextInput
            ref={field}
            type="text"
            inputMode="search"
            aria-label={t("field")}
            placeholder={t("placeholder")}
            value={typed}
            maxLength={200}
            className="pl-8"
            onKeyDown={onKeyDown}
            onChange={handlers.onChange}
            onCompositionStart={() => {
              composition.handlers.onCompositionStart();
              handlers.onCompositionStart();
            }}
            onCompositionEnd={(event) => {
              composition.handlers.onCompositionEnd(event);
              handlers.onCompositionEnd(event);
            }}
          />
        </div>
        <IconButton label={t("bounds")} expanded={bounded} onClick={() => setBounded(!bounded)}>
          <SlidersHorizontal size={16} aria-hidden />
        </IconButton>
        <IconButton label={t("close")} onClick={onClose}>
          <X size={16} aria-hidden />
        </IconButton>
      </div>
      {bounded ? <SearchFilters query={query} accounts={accounts} onChange={onChange} /> : null}
      <SearchHits
        hits={found.hits}
        words={found.words}
        currentId={said?.id ?? null}
        reached={reached}
        hrefOf={(hit) => `/inbox/${hit.threadId}${searchAddress(query, placeOf(hit))}`}
        onOpen={open}
        onNeedMore={found.lookedBackTo ? NOTHING : more}
        head={<FoundResidents residents={found.residents} words={found.words} onOpen={(id) => onOpen(id, null)} />}
        foot={<SearchStatus found={found} onMore={more} onRetry={retry} />}
      />
    </search>
  );
}

const NOTHING = () => undefined;

function placeOf({ id, at }: SearchHit): Said {
  return { id, at: at.getTime() };
}

type IconButtonProps = { label: string; expanded?: boolean; onClick(): void; children: ReactNode };

function IconButton({ label, expanded, onClick, children }: IconButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      aria-expanded={expanded}
      onClick={onClick}
      className="grid size-8 shrink-0 place-items-center rounded-md text-ink-2 hover:bg-line-2 hover:text-ink aria-expanded:bg-sel aria-expanded:text-info"
    >
      {children}
    </button>
  );
}
