import Link from "next/link";
import { useTranslations } from "next-intl";
import type { Report } from "@/lib/reports/report";
import { drillHref } from "./address";
import { ChartPanel } from "./charts/chart-panel";
import { HeatMap } from "./charts/heat-map";
import { CountLink } from "./figure";
import { HEAD, TABLE } from "./table-look";
import { useDayWords } from "./use-day-words";

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;
const HOURS = Array.from({ length: 24 }, (_, hour) => hour);

/** In which hours of the week questions come, and in which somebody waited too long. */
export function HeatPanel({ report: { query, heat } }: { report: Report }) {
  const t = useTranslations("reports.heat");
  const common = useTranslations("reports");
  const { weekday } = useDayWords();
  const known = new Map(heat.map((cell) => [`${cell.weekday} ${cell.hour}`, cell.counts]));
  const [busiest] = [...heat].sort((one, other) => other.counts.opened - one.counts.opened);
  const cells = heat.map((cell) => ({
    weekday: cell.weekday,
    hour: cell.hour,
    opened: cell.counts.opened,
    breached: cell.counts.late,
    href: drillHref(query, { measure: cell.counts.late > 0 ? "late" : "opened", weekday: cell.weekday, hour: cell.hour }),
    words: t("cell", { weekday: weekday(cell.weekday, "short"), hour: cell.hour, opened: cell.counts.opened, late: cell.counts.late }),
  }));
  const summary = busiest
    ? t("summary", {
        weekday: weekday(busiest.weekday, "short"),
        hour: busiest.hour,
        opened: busiest.counts.opened,
        late: heat.filter(({ counts }) => counts.late > 0).length,
      })
    : t("empty");
  return (
    <ChartPanel
      className="lg:col-span-5"
      title={t("title")}
      lead={t("lead")}
      summary={summary}
      words={{ asTable: common("asTable"), asChart: common("asChart") }}
      linked
      chart={
        <HeatMap cells={cells} weekdays={WEEKDAYS.map((day) => weekday(day, "narrow"))} hours={HOURS.map((hour) => t("hour", { hour }))} />
      }
      table={
        <table className={TABLE}>
          <caption className="sr-only">{t("caption")}</caption>
          <thead>
            <tr>
              <th className={HEAD}>{t("hourOfDay")}</th>
              {WEEKDAYS.map((day) => (
                <th key={day} className={`${HEAD} text-right`}>
                  {weekday(day, "short")}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {HOURS.map((hour) => (
              <tr key={hour}>
                <th scope="row" className="py-0.5 text-left font-normal">
                  {t("hour", { hour })}
                </th>
                {WEEKDAYS.map((day) => (
                  <HeatCount
                    key={day}
                    counts={known.get(`${day} ${hour}`)}
                    hrefOf={(measure) => drillHref(query, { measure, weekday: day, hour })}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      }
    />
  );
}

type HeatCountProps = { counts: { opened: number; late: number } | undefined; hrefOf(measure: "opened" | "late"): string };

function HeatCount({ counts = { opened: 0, late: 0 }, hrefOf }: HeatCountProps) {
  const t = useTranslations("reports.heat");
  return (
    <td className="whitespace-nowrap py-0.5 pr-2 text-right tabular-nums">
      <CountLink href={hrefOf("opened")} value={counts.opened} />
      {counts.late > 0 ? (
        <Link href={hrefOf("late")} prefetch={false} className="ml-1.5 text-late hover:underline">
          {t("lateShort", { late: counts.late })}
        </Link>
      ) : null}
    </td>
  );
}
