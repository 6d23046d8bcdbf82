import { useFormatter, useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/empty-state";
import type { Report } from "@/lib/reports/report";
import type { NamedQuery } from "./address";
import { BacklogPanel } from "./backlog-panel";
import { BreachPanel } from "./breach-panel";
import { DailyPanel } from "./daily-panel";
import { GroupTables } from "./group-tables";
import { HeadlineCards } from "./headline-cards";
import { HeatPanel } from "./heat-panel";
import { LinesPanel } from "./lines-panel";
import { OfficerTable } from "./officer-table";
import { RatesPanel, SpreadsPanel } from "./rates-panel";
import { useDayWords } from "./use-day-words";

type Props = {
  report: Report & { query: NamedQuery };
  accounts: readonly { slug: string; name: string }[];
  alone: boolean;
  madeAt: Date;
  timeZone: string;
};

/** The whole report, in the order in which one asks: how good, when, who, why, what about. */
export function ReportPanels({ report, accounts, alone, madeAt, timeZone }: Props) {
  const t = useTranslations("reports");
  const format = useFormatter();
  const { days } = useDayWords();
  const { query, summary } = report;
  const named = accounts.filter(({ slug }) => query.account.length === 0 || query.account.includes(slug)).map(({ name }) => name);
  const { counts } = summary.numbers;
  const empty = counts.opened === 0 && counts.nextOwed === 0 && counts.promised === 0;
  return (
    <div className="report grid grid-cols-1 gap-3.5 px-6 pt-3 pb-8 max-md:px-3 lg:grid-cols-12 print:grid-flow-row-dense print:grid-cols-12 print:gap-2 print:p-0 print:pr-0.5">
      <div className="col-span-full flex flex-wrap items-baseline gap-x-3">
        <h1 className="font-semibold text-lg">{t("heading", { accounts: named.join(t("and")) })}</h1>
        <p className="text-ink-2 text-sm">
          {days(query)}
          {summary.compared ? t("besides", { days: days(summary.compared.period) }) : null}
        </p>
        <p className="hidden text-ink-3 text-sm print:block">
          {t("madeAt", { at: format.dateTime(madeAt, { timeZone, dateStyle: "long", timeStyle: "short", hourCycle: "h23" }) })}
        </p>
      </div>
      {empty ? (
        <div className="report-panel col-span-full">
          <EmptyState title={t("empty.title")}>{t("empty.hint")}</EmptyState>
        </div>
      ) : (
        <>
          <HeadlineCards report={report} />
          <DailyPanel report={report} />
          <HeatPanel report={report} />
          <OfficerTable rows={report.officers} query={query} alone={alone} />
          <BreachPanel report={report} />
          <SpreadsPanel report={report} />
          <RatesPanel report={report} />
          <BacklogPanel report={report} />
          <LinesPanel report={report} />
          <GroupTables report={report} />
        </>
      )}
    </div>
  );
}
