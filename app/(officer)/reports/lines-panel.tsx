import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Report } from "@/lib/reports/report";
import type { Measure } from "@/lib/reports/rules";
import { drillHref } from "./address";
import { CountLink, Share } from "./figure";

const LINES = [
  "opened",
  "fresh",
  "followUps",
  "urgent",
  "running",
  "selfServed",
  "unanswered",
  "reopened",
  "nextOwed",
  "nextLate",
] as const;

/** How much there was, and what stands outside the percentages: outside duty, answered by itself, closed without reply. */
export function LinesPanel({ report: { query, summary, outside } }: { report: Report }) {
  const t = useTranslations("reports.lines");
  const { counts } = summary.numbers;
  return (
    <section aria-label={t("title")} className="report-panel lg:col-span-5 print:col-span-6">
      <h2 className="font-semibold">{t("title")}</h2>
      <p className="text-ink-3 text-sm">{t("lead")}</p>
      <dl className="mt-1 grid gap-x-6 sm:grid-cols-2 print:grid-cols-2">
        {LINES.map((measure: Measure) => (
          <Line key={measure} words={t(`names.${measure}`)}>
            <CountLink href={drillHref(query, { measure })} value={counts[measure]} />
          </Line>
        ))}
        {outside ? (
          <>
            <Line words={t("names.outside")}>
              <CountLink href={drillHref(query, { measure: "opened", outside: "out" })} value={outside.counts.opened} />
            </Line>
            <Line words={t("names.outsideOnTime")}>
              <Share value={outside.rates.onTime} />
            </Line>
          </>
        ) : null}
      </dl>
    </section>
  );
}

function Line({ words, children }: { words: string; children: ReactNode }) {
  return (
    <div className="flex items-center justify-between gap-3 border-line-2 border-b py-1.5 text-sm">
      <dt>{words}</dt>
      <dd className="tabular-nums">{children}</dd>
    </div>
  );
}
