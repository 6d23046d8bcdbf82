"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useColleagues } from "@/app/(officer)/inbox/feed/use-colleagues";
import { defaultSort } from "@/lib/questions/address";
import type { QueueFilter, QueueQuery } from "@/lib/questions/rules";

type Props = { query: QueueQuery; accounts: readonly { id: string; name: string }[]; onQuery(query: QueueQuery): void };

const CHIP = "inline-flex h-8 items-center gap-1 rounded-full bg-line-2 pr-2 pl-3 text-[13px] text-ink-2 hover:text-ink";

/** What is left out of the view, each to be taken back, and an order that is not the view's own. */
export function FilterChips({ query, accounts, onQuery }: Props) {
  const t = useTranslations("filter");
  const words = useFilterWords(query, accounts);
  const { view, filter, sort } = query;
  const isSorted = sort !== defaultSort(view);
  if (words.length === 0 && !isSorted) return null;
  return (
    <ul aria-label={t("active")} className="flex flex-wrap items-center gap-1 px-3 pb-1.5">
      {words.map(({ name, text }) => (
        <li key={name}>
          <button type="button" className={CHIP} onClick={() => onQuery({ ...query, filter: { ...filter, [name]: undefined } })}>
            <span className="sr-only">{t("remove")} </span>
            <span className="max-w-[12em] truncate">{text}</span>
            <X size={14} aria-hidden />
          </button>
        </li>
      ))}
      {isSorted ? (
        <li>
          <button type="button" className={CHIP} onClick={() => onQuery({ ...query, sort: defaultSort(view) })}>
            <span className="sr-only">{t("remove")} </span>
            {t(`sorts.${sort}`)}
            <X size={14} aria-hidden />
          </button>
        </li>
      ) : null}
      <li>
        <button
          type="button"
          className="h-8 rounded-md px-2 text-[13px] text-info hover:bg-sel"
          onClick={() => onQuery({ view, filter: {}, sort: defaultSort(view) })}
        >
          {t("clear")}
        </button>
      </li>
    </ul>
  );
}

function useFilterWords({ filter }: QueueQuery, accounts: Props["accounts"]): { name: keyof QueueFilter; text: string }[] {
  const t = useTranslations("filter");
  const kinds = useTranslations("questionKinds");
  const states = useTranslations("questionStatuses");
  const { accountId, kind, assignee, window, state } = filter;
  const isNamed = assignee !== undefined && assignee !== "me" && assignee !== "none";
  const colleagues = useColleagues(isNamed);
  const nameOf = (id: string) => colleagues?.find((colleague) => colleague.id === id)?.name ?? t("colleague");
  const all: { name: keyof QueueFilter; text: string | undefined }[] = [
    { name: "accountId", text: accountId && (accounts.find(({ id }) => id === accountId)?.name ?? t("otherAccount")) },
    { name: "kind", text: kind && kinds(kind) },
    { name: "assignee", text: isNamed ? t("answeredBy", { name: nameOf(assignee) }) : assignee && t(`assignees.${assignee}`) },
    { name: "window", text: window && t(`windows.${window}`) },
    { name: "state", text: state && states(state) },
  ];
  return all.flatMap(({ name, text }) => (text ? [{ name, text }] : []));
}
