"use client";

import { useTranslations } from "next-intl";
import { useHasDraft } from "@/app/(officer)/inbox/composer/drafted";
import { useDates } from "@/app/(officer)/inbox/use-dates";
import { Badge } from "@/components/ui/badge";
import type { ClusterSummary } from "@/lib/clusters/queries";

/** What an officer weighs a group by: how many people, how many new ones, whom WeChat lets us write to, what is doubtful, since when. */
export function GroupMarks({ group, looked }: { group: ClusterSummary; looked: number | undefined }) {
  const t = useTranslations("group");
  const queue = useTranslations("queue");
  const { moment } = useDates();
  const hasDraft = useHasDraft(group.id);
  const { people, reachable, doubtful, earliestAt, arrivals } = group;
  const fresh = looked === undefined ? 0 : Math.max(0, arrivals - looked);
  return (
    <span className="mt-0.5 flex flex-wrap items-center gap-x-2 text-[12.5px] leading-5 text-ink-3 tabular-nums">
      <Badge tone="info">
        <b className="font-semibold">{t("people", { count: people })}</b>
        {fresh > 0 ? ` ${t("fresh", { count: fresh })}` : null}
      </Badge>
      {hasDraft && <span className="font-semibold text-ink-2">{queue("draft")}</span>}
      {reachable < people && <span>{t("reachable", { count: reachable })}</span>}
      {doubtful > 0 && <span className="text-soon">{t("doubtful", { count: doubtful })}</span>}
      {earliestAt && <span suppressHydrationWarning>{t("earliest", { at: moment(earliestAt) })}</span>}
    </span>
  );
}
