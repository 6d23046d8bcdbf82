import { useTranslations } from "next-intl";
import type { Report } from "@/lib/reports/report";
import { drillHref } from "./address";
import { ChartPanel } from "./charts/chart-panel";
import { LazyBacklogChart } from "./charts/lazy-charts";
import { CountLink } from "./figure";
import { HEAD, NUMBER, TABLE } from "./table-look";
import { useDayWords } from "./use-day-words";

/** How much was still open at the end of each day. */
export function BacklogPanel({ report: { query, backlog } }: { report: Report }) {
  const t = useTranslations("reports.backlog");
  const common = useTranslations("reports");
  const words = useDayWords();
  const last = backlog.at(-1)?.backlog ?? 0;
  return (
    <ChartPanel
      className="lg:col-span-7"
      title={t("title")}
      lead={t("lead")}
      summary={t("summary", { last, most: Math.max(0, ...backlog.map((row) => row.backlog)) })}
      words={{ asTable: common("asTable"), asChart: common("asChart") }}
      chart={<LazyBacklogChart points={backlog.map((row) => ({ label: words.day(row.day), open: row.backlog }))} word={t("open")} />}
      table={
        <table className={TABLE}>
          <thead>
            <tr>
              <th className={HEAD}>{t("day")}</th>
              {(["opened", "ended", "open"] as const).map((head) => (
                <th key={head} className={`${HEAD} text-right`}>
                  {t(head)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {backlog.map((row) => (
              <tr key={row.day}>
                <th scope="row" className="py-1 text-left font-normal">
                  {words.day(row.day)}
                </th>
                <td className={NUMBER}>
                  <CountLink href={drillHref(query, { measure: "opened", day: row.day })} value={row.opened} />
                </td>
                <td className={NUMBER}>{row.ended}</td>
                <td className={NUMBER}>
                  <CountLink href={drillHref(query, { measure: "backlog", day: row.day })} value={row.backlog} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      }
    />
  );
}
