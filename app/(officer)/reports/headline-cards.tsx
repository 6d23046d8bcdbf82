import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { percent } from "@/lib/reports/figures";
import type { Report } from "@/lib/reports/report";
import type { Measure } from "@/lib/reports/rules";
import { drillHref } from "./address";
import { Change, FIGURE_LINK, Lasting } from "./figure";

/** The numbers a supervisor looks at first, the answers in time among them where there is a time for them: each opens into its rows, and so does what is missing from it. */
export function HeadlineCards({ report }: { report: Report }) {
  const t = useTranslations("reports.cards");
  const { query, summary } = report;
  const { counts, rates, spreads } = summary.numbers;
  const before = summary.compared?.numbers.rates;
  const open = (measure: Measure) => drillHref(query, { measure });
  const links = (measure: Measure) => ({
    count: counts[measure],
    a: (words: ReactNode) =>
      counts[measure] > 0 ? (
        <Link href={open(measure)} prefetch={false} className={FIGURE_LINK}>
          {words}
        </Link>
      ) : (
        words
      ),
  });
  const targeted = counts.answersOwed + counts.answersRunning + counts.answersDropped;
  const columns = targeted > 0 ? "xl:grid-cols-5 print:grid-cols-5" : "xl:grid-cols-4 print:grid-cols-4";
  return (
    <div className={`col-span-full grid grid-cols-1 gap-3.5 sm:grid-cols-2 ${columns}`}>
      <Card title={t("within10")} value={rates.within10} before={before?.within10} href={open("within10")}>
        <p>{t("ofOwed", { owed: counts.owed, met: counts.within10 })}</p>
        <p>{t.rich("late", links("late"))}</p>
      </Card>
      <Card title={t("within3")} value={rates.within3} before={before?.within3} href={open("within3")}>
        <p>
          {t.rich("spread", {
            median: () => <Lasting seconds={spreads.first.median} />,
            p90: () => <Lasting seconds={spreads.first.p90} />,
          })}
        </p>
        <p>{t("national")}</p>
      </Card>
      <Card title={t("answered")} value={rates.answered} before={before?.answered} href={open("answered")}>
        <p>
          {t.rich("answeredOf", {
            opened: counts.opened,
            answered: counts.answered,
            median: () => <Lasting seconds={spreads.answer.median} />,
          })}
        </p>
        <p>{t.rich("interim", links("promised"))}</p>
      </Card>
      {targeted > 0 ? (
        <Card title={t("answersOnTime")} value={rates.answersOnTime} before={before?.answersOnTime} href={open("answersOnTime")}>
          <p>{t("answersOf", { owed: counts.answersOwed, met: counts.answersOnTime, untargeted: counts.opened - targeted })}</p>
          <p>{t.rich("answersLate", links("answersLate"))}</p>
        </Card>
      ) : null}
      <Card title={t("promises")} value={rates.promisesKept} before={before?.promisesKept} href={open("promisesKept")}>
        <p>
          {t("promisesOf", {
            due: counts.promisesKept + counts.promisesExtended + counts.promisesBroken,
            extended: counts.promisesExtended,
          })}
        </p>
        <p>{t.rich("broken", links("promisesBroken"))}</p>
      </Card>
    </div>
  );
}

type CardProps = { title: string; value: number | null; before: number | null | undefined; href: string; children: ReactNode };

function Card({ title, value, before = null, href, children }: CardProps) {
  const t = useTranslations("reports");
  return (
    <section aria-label={title} className="report-panel">
      <h2 className="font-semibold text-sm">{title}</h2>
      <p className="flex flex-wrap items-baseline gap-x-2.5 font-mono">
        {value === null ? (
          <span className="text-ink-3 text-lg leading-[44px]">{t("noneYet")}</span>
        ) : (
          <Link
            href={href}
            prefetch={false}
            className="rounded font-semibold text-[32px] text-ink leading-[44px] hover:text-info hover:underline"
          >
            {percent(value)}
          </Link>
        )}
        <Change now={value} before={before} />
      </p>
      <div className="text-ink-3 text-sm">{children}</div>
    </section>
  );
}
