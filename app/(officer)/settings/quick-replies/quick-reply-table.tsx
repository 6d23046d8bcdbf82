"use client";

import { Plus } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { buttonClass } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Segmented } from "@/components/ui/segmented";
import { TextInput } from "@/components/ui/text-input";
import type { QuickReply } from "@/lib/quick-replies/queries";
import { rankQuickReplies } from "@/lib/quick-replies/rules";
import { QuickReplyRow } from "./quick-reply-row";

type Props = {
  quickReplies: readonly QuickReply[];
  accounts: readonly { id: string; name: string }[];
  now: Date;
  /** Something was just archived: the focus has to go somewhere. */
  returning: boolean;
};

const SORTS = ["all", "shared", "personal", "reviewDue"] as const;
type Sort = (typeof SORTS)[number];

const COLUMNS = ["title", "reach", "owner", "reviewOn", "uses", "changedAt"] as const;

/** All texts at hand, to look for and to go on from; found under the same letters as while writing. */
export function QuickReplyTable({ quickReplies, accounts, now, returning }: Props) {
  const t = useTranslations("quickReplySettings");
  const search = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState("");
  const [sort, setSort] = useState<Sort>("all");
  useEffect(() => {
    if (returning) search.current?.focus();
  }, [returning]);
  const due = quickReplies.filter(({ reviewDue }) => reviewDue).length;
  const ofSort = quickReplies.filter((one) => isOf(sort, one));
  // Nothing typed: in the order they come in, one's own that wait to be reviewed first.
  const found = typed.trim() === "" ? ofSort : rankQuickReplies(ofSort, typed);

  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-3">
        <TextInput
          ref={search}
          type="search"
          aria-label={t("search")}
          placeholder={t("searchExample")}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          className="max-w-[20rem]"
        />
        <Segmented
          label={t("sorts.label")}
          segments={SORTS.map((one) => ({ value: one, label: t(`sorts.${one}`, { count: due }) }))}
          value={sort}
          onChange={setSort}
        />
        <Link href="/settings/quick-replies/new" className={`${buttonClass("primary")} ml-auto`}>
          <Plus size={16} aria-hidden />
          {t("new")}
        </Link>
      </div>
      <p role="status" className="text-ink-3 text-sm">
        {t("found", { count: found.length })}
      </p>
      {found.length === 0 ? (
        <EmptyState title={quickReplies.length === 0 ? t("none") : t("noneFound")}>
          {quickReplies.length === 0 ? t("noneHint") : t("noneFoundHint")}
        </EmptyState>
      ) : (
        <table className="w-full table-fixed border-collapse rounded-xl border border-line bg-panel text-left">
          <caption className="sr-only">{t("search")}</caption>
          <thead className="border-line border-b text-ink-3 text-sm max-xl:sr-only">
            <tr>
              {COLUMNS.map((column) => (
                <th key={column} scope="col" className={`px-3 py-2 font-normal ${WIDTHS[column]}`}>
                  {t(`columns.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {found.map((one) => (
              <QuickReplyRow
                key={one.id}
                quickReply={one}
                account={accounts.find(({ id }) => id === one.accountId)?.name ?? null}
                now={now}
              />
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}

const WIDTHS: Record<(typeof COLUMNS)[number], string> = {
  title: "",
  reach: "w-24",
  owner: "w-20",
  reviewOn: "w-32",
  uses: "w-24",
  changedAt: "w-32",
};

function isOf(sort: Sort, { shared, reviewDue }: QuickReply): boolean {
  return { all: true, shared, personal: !shared, reviewDue }[sort];
}
