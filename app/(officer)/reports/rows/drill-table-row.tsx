"use client";

import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { Lasting } from "@/app/(officer)/reports/figure";
import { languageOf } from "@/app/language-of";
import { Badge } from "@/components/ui/badge";
import type { DrillRow } from "@/lib/reports/results";

const CELL = "py-2 pr-3 align-top";

/** One row behind a number; its number opens the thread. */
export function DrillTableRow({ row, at, timeZone }: { row: DrillRow; at: number; timeZone: string }) {
  const t = useTranslations("reports.rows");
  const reasons = useTranslations("reports.breaches.reasons");
  const kinds = useTranslations("questionKinds");
  const format = useFormatter();
  const moment = (instant: Date) =>
    format.dateTime(instant, {
      timeZone,
      month: "short",
      day: "numeric",
      hour: "2-digit",
      minute: "2-digit",
      second: "2-digit",
      hourCycle: "h23",
    });
  const matter = row.cluster ? [row.cluster.place, row.cluster.matter].filter(Boolean).join(" · ") : (row.topic?.name ?? "");
  return (
    <tr aria-rowindex={at} className="border-line-2 border-b hover:bg-line-2">
      <th scope="row" className={`${CELL} whitespace-nowrap text-left font-normal`}>
        <Link
          href={`/inbox/${row.threadId}`}
          prefetch={false}
          aria-label={t("openThread", { number: row.number })}
          className="font-mono text-info hover:underline"
        >
          {row.number}
        </Link>
      </th>
      <td className={`${CELL} whitespace-nowrap`}>{moment(row.at)}</td>
      <td className={`${CELL} whitespace-nowrap max-md:hidden`}>
        {row.dueAt ? moment(row.dueAt) : <span className="text-ink-3">{t("paused")}</span>}
      </td>
      <td className={`${CELL} whitespace-nowrap max-md:hidden`}>
        {row.doneAt ? moment(row.doneAt) : <span className="text-ink-3">{t("notYet")}</span>}
      </td>
      <td className={`${CELL} whitespace-nowrap text-right`}>
        <Lasting seconds={row.seconds} />
      </td>
      <td className={`${CELL} whitespace-nowrap pl-3 max-md:hidden`}>{row.officer?.name ?? t("nobody")}</td>
      <td className={CELL} lang={languageOf(matter)}>
        {matter} <span className="text-ink-3">{kinds(row.kind)}</span> {row.urgent ? <Badge tone="danger">{t("urgent")}</Badge> : null}{" "}
        {row.outside ? <Badge>{t("outside")}</Badge> : null}
      </td>
      <td className={CELL}>{row.reason ? reasons(row.reason) : ""}</td>
    </tr>
  );
}
