"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useZone } from "@/app/(officer)/account-clocks";
import { useDateWords } from "@/app/(officer)/use-date-words";
import { Badge } from "@/components/ui/badge";
import type { QuickReply } from "@/lib/quick-replies/queries";
import { instantOf } from "@/lib/time/zones";

type Props = { quickReply: QuickReply; account: string | null; now: Date };

/** One text at hand. On narrow screens everything beside its title stands beneath it. */
export function QuickReplyRow({ quickReply, account, now }: Props) {
  const t = useTranslations("quickReplySettings");
  const zone = useZone();
  const { date } = useDateWords(now);
  const { id, title, text, shared, owner, reviewOn, reviewDue, uses, usesOfAll, version, changedAt } = quickReply;
  const reach = shared ? t("shared") : t("personal");
  const review = reviewOn ? date(instantOf(reviewOn, "12:00", zone)) : t("noReview");
  const due = reviewDue ? <Badge tone="soon">{t("reviewDue")}</Badge> : null;
  return (
    <tr className="border-line-2 border-b align-top last:border-b-0 hover:bg-raise">
      <th scope="row" className="px-3 py-2 text-left font-normal">
        <Link
          href={`/settings/quick-replies/${id}`}
          className="inline-flex min-h-8 items-center gap-2 font-semibold text-ink hover:text-info"
        >
          {title}
        </Link>
        <p className="wrap-anywhere line-clamp-2 text-ink-2 text-sm">{text}</p>
        <p className="mt-1 flex flex-wrap gap-x-3 text-ink-3 text-xs xl:hidden">
          {due}
          <span>{account ? t("ofAccount", { reach, account }) : reach}</span>
          <span>{owner.name}</span>
          {reviewOn ? <span>{t("reviewUntil", { day: review })}</span> : null}
          <span>{t("usesOf", { uses, all: usesOfAll })}</span>
          <span>{t("changed", { version, day: date(changedAt) })}</span>
        </p>
      </th>
      <Cell>
        {reach}
        {account ? <span className="block truncate text-ink-3">{account}</span> : null}
      </Cell>
      <Cell>{owner.name}</Cell>
      <Cell>
        {review} {due}
      </Cell>
      <Cell>
        {t("usesOfMine", { uses })}
        <span className="block text-ink-3">{t("usesOfAll", { uses: usesOfAll })}</span>
      </Cell>
      <Cell>
        {date(changedAt)}
        <span className="block text-ink-3">{t("version", { version })}</span>
      </Cell>
    </tr>
  );
}

function Cell({ children }: { children: ReactNode }) {
  return <td className="px-3 py-3 text-ink-2 text-sm max-xl:hidden">{children}</td>;
}
