"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { AccountClock } from "@/app/(officer)/account-clocks";
import { titleOf } from "@/app/(officer)/inbox/group/title";
import { useDates } from "@/app/(officer)/inbox/use-dates";
import type { ClusterSummary } from "@/lib/clusters/queries";

type Props = { title: string; none: string; clusters: readonly ClusterSummary[] };

/** Groups by name, each a way into the inbox. */
export function ClusterList({ title, none, clusters }: Props) {
  const t = useTranslations("group");
  const unnamed = useTranslations("group.merge");
  return (
    <section aria-label={title}>
      <h2 className="mb-2 font-semibold text-lg">{title}</h2>
      {clusters.length === 0 ? <p className="text-ink-2">{none}</p> : null}
      <ul className="flex flex-col">
        {clusters.map((cluster) => (
          <li key={cluster.id} className="border-line-2 border-b">
            <Link
              href={`/inbox/group/${cluster.id}`}
              className="flex min-h-10 flex-wrap items-center gap-x-3 rounded-md px-2 py-1 tabular-nums hover:bg-line-2"
            >
              <span className="min-w-0 flex-1 truncate font-semibold">{titleOf(cluster) || unnamed("unnamed")}</span>
              {cluster.people > 0 ? <span>{t("people", { count: cluster.people })}</span> : null}
              {cluster.doubtful > 0 ? <span className="text-soon">{t("doubtful", { count: cluster.doubtful })}</span> : null}
              {cluster.earliestAt ? (
                <AccountClock accountId={cluster.accountId}>
                  <Earliest at={cluster.earliestAt} />
                </AccountClock>
              ) : null}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Earliest({ at }: { at: Date }) {
  const t = useTranslations("group");
  const { moment } = useDates();
  return (
    <span className="text-ink-3" suppressHydrationWarning>
      {t("earliest", { at: moment(at) })}
    </span>
  );
}
