import { useTranslations } from "next-intl";
import { memo } from "react";
import { AccountInstant } from "@/app/(officer)/inbox/account-instant";
import { languageOf } from "@/app/language-of";
import type { SearchHit } from "@/lib/search/queries";
import { Marked } from "./marked";

type Props = {
  hit: SearchHit;
  words: readonly string[];
  href: string;
  current: boolean;
  /** The one row of the list that Tab reaches. */
  reachable: boolean;
  onOpen(hit: SearchHit): void;
};

/** One thing said: who said it and when, the words around what was looked for, what became of the question. */
export const SearchHitRow = memo(function SearchHitRow({ hit, words, href, current, reachable, onOpen }: Props) {
  const t = useTranslations("search");
  const states = useTranslations("questionStatuses");
  return (
    <a
      href={href}
      data-hit={hit.id}
      tabIndex={reachable ? 0 : -1}
      aria-current={current ? "true" : undefined}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        onOpen(hit);
      }}
      className={`block border-b border-line-2 px-[14px] py-2 focus-visible:outline-offset-[-2px] ${current ? "bg-sel" : "hover:bg-raise"}`}
    >
      <span className="flex items-baseline gap-2 text-[13px] text-ink-3">
        <span className="min-w-0 truncate text-ink-2">
          {hit.officer ? t(`by.${hit.source}`, { name: hit.officer.name }) : (hit.resident.remark ?? hit.resident.mark)}
        </span>
        <span className="flex-1" />
        <time dateTime={hit.at.toISOString()} className="shrink-0" suppressHydrationWarning>
          <AccountInstant accountId={hit.accountId} at={hit.at} as="moment" />
        </time>
      </span>
      <span lang={languageOf(hit.snippet)} className="mt-0.5 line-clamp-2 text-ink wrap-anywhere">
        <Marked text={hit.snippet} words={words} />
      </span>
      <span className="mt-0.5 flex gap-2 text-[13px] text-ink-3">
        {hit.officer ? <span>{t("to", { resident: hit.resident.remark ?? hit.resident.mark })}</span> : null}
        {hit.state ? <span>{states(hit.state)}</span> : null}
      </span>
    </a>
  );
});
