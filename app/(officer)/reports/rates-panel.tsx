import { useTranslations } from "next-intl";
import type { Report } from "@/lib/reports/report";
import type { Measure } from "@/lib/reports/rules";
import { drillHref } from "./address";
import { Change, CountLink, Lasting, Share } from "./figure";
import { HEAD, NUMBER, TABLE } from "./table-look";

const RATES = { response: ["responded", "opened"], resolution: ["solved", "rated"], satisfaction: ["satisfied", "rated"] } as const;
const SPREADS = { first: "responded", answer: "answered", next: "nextResponded" } as const;

/** 响应率、解决率、满意率. */
export function RatesPanel({ report: { query, summary } }: { report: Report }) {
  const t = useTranslations("reports.rates");
  const { counts, rates } = summary.numbers;
  return (
    <section aria-label={t("title")} className="report-panel lg:col-span-5 print:col-span-6">
      <h2 className="font-semibold">{t("title")}</h2>
      <table className={TABLE}>
        <thead>
          <tr>
            <th className={HEAD}>{t("rate")}</th>
            <th className={`${HEAD} text-right`}>{t("value")}</th>
            <th className={`${HEAD} text-right`}>{t("part")}</th>
            <th className={`${HEAD} text-right`}>{t("whole")}</th>
          </tr>
        </thead>
        <tbody>
          {Object.entries(RATES).map(([rate, [part, whole]]) => (
            <tr key={rate}>
              <th scope="row" className="py-1.5 text-left font-normal">
                {t(`names.${rate}`)} <span className="block text-ink-3 text-xs">{t(`means.${rate}`)}</span>
              </th>
              <td className={`${NUMBER} font-semibold`}>
                <Share value={rates[rate as keyof typeof RATES]} />
                <span className="block">
                  <Change
                    now={rates[rate as keyof typeof RATES]}
                    before={summary.compared?.numbers.rates[rate as keyof typeof RATES] ?? null}
                  />
                </span>
              </td>
              <td className={NUMBER}>
                <CountLink href={drillHref(query, { measure: part })} value={counts[part]} />
              </td>
              <td className={NUMBER}>
                <CountLink href={drillHref(query, { measure: whole })} value={counts[whole]} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** How long the first response, the answer and each next response took: median, 90th and 99th percentile. */
export function SpreadsPanel({ report: { query, summary } }: { report: Report }) {
  const t = useTranslations("reports.spreads");
  const { counts, spreads } = summary.numbers;
  return (
    <section aria-label={t("title")} className="report-panel lg:col-span-7 print:col-span-6">
      <h2 className="font-semibold">{t("title")}</h2>
      <table className={TABLE}>
        <thead>
          <tr>
            <th className={HEAD}>{t("milestone")}</th>
            {(["count", "median", "p90", "p99"] as const).map((head) => (
              <th key={head} className={`${HEAD} text-right`}>
                {t(head)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {Object.entries(SPREADS).map(([milestone, measure]) => {
            const spread = spreads[milestone as keyof typeof SPREADS];
            return (
              <tr key={milestone}>
                <th scope="row" className="py-1.5 text-left font-normal">
                  {t(`names.${milestone}`)}
                </th>
                <td className={NUMBER}>
                  <CountLink
                    href={drillHref(query, { measure: measure as Measure, order: "slowest" })}
                    value={counts[measure as Measure]}
                  />
                </td>
                {(["median", "p90", "p99"] as const).map((at) => (
                  <td key={at} className={NUMBER}>
                    <Lasting seconds={spread[at]} />
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
