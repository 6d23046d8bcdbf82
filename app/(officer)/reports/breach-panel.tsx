import { useTranslations } from "next-intl";
import type { Report } from "@/lib/reports/report";
import { drillHref } from "./address";
import { CountLink } from "./figure";

/** What was late and why, each reason a way to its rows. */
export function BreachPanel({ report: { query, breaches } }: { report: Report }) {
  const t = useTranslations("reports.breaches");
  const all = breaches.reduce((sum, { count }) => sum + count, 0);
  return (
    <section aria-label={t("title")} className="report-panel lg:col-span-5 print:col-span-6">
      <h2 className="font-semibold">{t("title")}</h2>
      <p className="text-ink-3 text-sm">{t("lead", { count: all })}</p>
      <ul className="mt-1">
        {breaches
          .filter(({ count }) => count > 0)
          .map(({ milestone, measure, reason, count }) => (
            <li key={`${milestone} ${reason}`} className="flex items-center justify-between gap-3 border-line-2 border-b py-1.5 text-sm">
              <span>
                {t(`reasons.${reason}`)} <span className="text-ink-3">{t(`milestones.${milestone}`)}</span>
              </span>
              <CountLink href={drillHref(query, { measure, reason })} value={count} />
            </li>
          ))}
      </ul>
    </section>
  );
}
