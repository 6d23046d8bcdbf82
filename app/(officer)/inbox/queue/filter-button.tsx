"use client";

import { SlidersHorizontal } from "lucide-react";
import { useTranslations } from "next-intl";
import { Suspense, useRef, useState } from "react";
import { lazyPart } from "@/components/ui/lazy-part";
import type { QueueQuery } from "@/lib/questions/rules";

const FilterPanel = lazyPart(() => import("./filter-panel").then(({ FilterPanel }) => FilterPanel));

type Props = { query: QueueQuery; accounts: readonly { id: string; name: string }[]; onQuery(query: QueueQuery): void };

/** Opens the choice of what is left out and in which order the rest stands; its code is loaded with the first use. */
export function FilterButton(props: Props) {
  const t = useTranslations("filter");
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  return (
    <>
      <button
        ref={button}
        type="button"
        aria-label={t("open")}
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => setOpen(true)}
        className="grid size-8 shrink-0 place-items-center rounded-md text-ink-2 hover:bg-line-2 hover:text-ink"
      >
        <SlidersHorizontal size={16} aria-hidden />
      </button>
      {open ? (
        <Suspense>
          <FilterPanel {...props} anchor={button} onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  );
}
