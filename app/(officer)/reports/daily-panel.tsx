import { useTranslations } from "next-intl";
import { percent, share } from "@/lib/reports/figures";
import type { Report } from "@/lib/reports/report";
import { daysOf } from "@/lib/reports/rules";
import { drillHref } from "./address";
import { bucketsOf, grainOf } from "./buckets";
import { ChartPanel } from "./charts/chart-panel";
import { LazyResponseChart } from "./charts/lazy-charts";
import { CountLink, Share } from "./figure";
import { HEAD, NUMBER, TABLE } from "./table-look";
import { useDayWords } from "./use-day-words";

const TARGET = 95;

/** How many came on each day, week or month, and how many of them had a first response within ten minutes. */
export function DailyPanel({ report: { query, days } }: { report: Report }) {
  const t = useTranslations("reports.daily");
  const common = useTranslations("reports");
  const words = useDayWords();
  const grain = grainOf(daysOf(query));
  const buckets = bucketsOf(days, grain).map((bucket) => ({ ...bucket, attained: share(bucket.within10, bucket.owed) }));
  const points = buckets.map((bucket) => ({
    label: words.bar(bucket, grain, query),
    opened: bucket.opened,
    attained: bucket.attained === null ? null : Number.parseFloat(percent(bucket.attained)),
  }));
  const measured = buckets.flatMap(({ attained }) => (attained === null ? [] : [attained]));
  const summary = t("summary", {
    count: buckets.length,
    opened: buckets.reduce((sum, { opened }) => sum + opened, 0),
    worst: percent(Math.min(1, ...measured)),
    best: percent(Math.max(0, ...measured)),
    below: measured.filter((attained) => attained * 100 < TARGET).length,
  });
  return (
    <ChartPanel
      className="lg:col-span-7"
      title={t(`titles.${grain}`)}
      lead={t("lead", { target: TARGET })}
      summary={summary}
      words={{ asTable: common("asTable"), asChart: common("asChart") }}
      chart={<LazyResponseChart points={points} target={TARGET} words={{ opened: t("opened"), attained: t("attained") }} />}
      table={
        <table className={TABLE}>
          <thead>
            <tr>
              <th className={HEAD}>{t(`grains.${grain}`)}</th>
              {(["opened", "within10", "attained", "late"] as const).map((head) => (
                <th key={head} className={`${HEAD} text-right`}>
                  {t(head)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {buckets.map((bucket) => (
              <tr key={bucket.from}>
                <th scope="row" className="py-1 text-left font-normal">
                  {words.days(bucket)}
                </th>
                <td className={NUMBER}>
                  <CountLink href={drillHref({ ...query, ...within(bucket) }, { measure: "opened" })} value={bucket.opened} />
                </td>
                <td className={NUMBER}>
                  <CountLink href={drillHref({ ...query, ...within(bucket) }, { measure: "within10" })} value={bucket.within10} />
                </td>
                <td className={NUMBER}>
                  <Share value={bucket.attained} />
                </td>
                <td className={NUMBER}>
                  <CountLink href={drillHref({ ...query, ...within(bucket) }, { measure: "late" })} value={bucket.late} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      }
    />
  );
}

function within({ from, to }: { from: string; to: string }): { from: string; to: string } {
  return { from, to };
}
