"use client";

import { ChevronDown, Ellipsis } from "lucide-react";
import { useTranslations } from "next-intl";
import type { MouseEvent } from "react";
import { Menu } from "@/components/ui/menu";
import { MenuGroup, MenuItem } from "@/components/ui/menu-item";
import { defaultSort, queueSearch } from "@/lib/questions/address";
import { QUEUE_VIEWS, type QueueCounts, type QueueQuery, type QueueView } from "@/lib/questions/rules";
import type { SavedView } from "./saved-view";

/** The ones in sight; the others stand in the menu. The one that is shown is always named: from the menu it takes the place of the last two. */
const TABS = ["waiting", "mine", "promises", "snoozed"] as const;
const TABS_BESIDE_ANOTHER = ["waiting", "mine"] as const;

type Props = {
  query: QueueQuery;
  counts: QueueCounts;
  saved: readonly SavedView[];
  hrefOf(query: QueueQuery): string;
  onShow(query: QueueQuery): void;
  onManage(): void;
};

const TAB = "flex min-h-8 min-w-0 items-center gap-1 rounded-md px-1.5 text-[14px] whitespace-nowrap";

/** The views of the queue with how much each holds, and the officer's own ones. */
export function ViewTabs({ query, counts, saved, hrefOf, onShow, onManage }: Props) {
  const t = useTranslations("queue.views");
  const own = saved.find((view) => queueSearch(view.query) === queueSearch(query));
  const elsewhere = own?.name ?? (TABS.some((tab) => tab === query.view) ? null : t(query.view));
  const tabs: readonly (typeof TABS)[number][] = elsewhere ? TABS_BESIDE_ANOTHER : TABS;
  const show = (view: QueueView) => onShow(wholeView(view));
  return (
    <nav aria-label={t("label")} className="flex gap-x-px border-b border-line-2 px-2 py-1.5">
      {tabs.map((view) => (
        <a
          key={view}
          href={hrefOf(wholeView(view))}
          aria-current={!own && view === query.view ? "true" : undefined}
          onClick={(event) => unlessElsewhere(event, () => show(view))}
          className={`${TAB} ${!own && view === query.view ? "bg-sel font-semibold text-info" : "text-ink-2 hover:bg-raise"}`}
        >
          <span className="truncate">{t(`tabs.${view}`)}</span> <Count value={counts[view]} />
        </a>
      ))}
      <Menu
        {...(elsewhere ? {} : { label: t("more") })}
        along="start"
        className={`${TAB} ${elsewhere ? "" : "shrink-0"} ${elsewhere ? "bg-sel font-semibold text-info" : "text-ink-2 hover:bg-raise"}`}
        button={
          elsewhere ? (
            <>
              <span className="sr-only">{t("more")} </span>
              <span className="truncate">{elsewhere}</span>
              {own ? null : <Count value={counts[query.view]} />}
              <ChevronDown size={14} aria-hidden className="shrink-0" />
            </>
          ) : (
            <Ellipsis size={18} aria-hidden />
          )
        }
      >
        {QUEUE_VIEWS.filter((view) => !tabs.some((tab) => tab === view)).map((view) => (
          <MenuItem key={view} onSelect={() => show(view)}>
            <span className="flex-1">{t(view)}</span> <Count value={counts[view]} />
          </MenuItem>
        ))}
        <MenuGroup label={t("own")}>
          {saved.map((view) => (
            <MenuItem key={view.id} onSelect={() => onShow(view.query)}>
              <span className="max-w-[16em] truncate">{view.name}</span>
            </MenuItem>
          ))}
          <MenuItem onSelect={onManage}>{t("manage")}</MenuItem>
        </MenuGroup>
      </Menu>
    </nav>
  );
}

/** A view as it is by itself, nothing filtered. */
export function wholeView(view: QueueView): QueueQuery {
  return { view, filter: {}, sort: defaultSort(view) };
}

function Count({ value }: { value: number }) {
  return <small className="text-[12px] font-normal text-ink-3">{value}</small>;
}

function unlessElsewhere(event: MouseEvent, go: () => void) {
  if (event.metaKey || event.ctrlKey || event.shiftKey) return;
  event.preventDefault();
  go();
}
