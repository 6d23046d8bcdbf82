import { ArrowLeft } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { type Asked, drillHref, periodOf, problemOf, reportHref, searchOf } from "@/app/(officer)/reports/address";
import { ReportProblem } from "@/app/(officer)/reports/report-problem";
import { buttonClass } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { accountZones } from "@/lib/accounts/queries";
import { may } from "@/lib/officers/rules";
import { readDrill } from "@/lib/reports/drill";
import { drillParams, periodFilled } from "@/lib/reports/schema";
import { now } from "@/lib/time/clock";
import { commonZone, dayOf } from "@/lib/time/zones";
import { requireOfficer } from "@/lib/web/require-officer";
import { RowList } from "./row-list";
import { RowsHeading } from "./rows-heading";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("reports"))("title") };
}

/** Exactly the rows that one number of a report counts. */
export default async function RowsPage({ searchParams }: Props) {
  const officer = await requireOfficer("reports.read");
  const [params, zones] = await Promise.all([searchParams, accountZones(officer.scope)]);
  const zone = commonZone(zones.values());
  const parsed = drillParams.safeParse({ ...params, cursor: undefined });
  if (!parsed.success) return <ReportProblem problem={problemOf(parsed.error.issues)} />;
  const query = periodFilled(parsed.data, dayOf(now(), zone));
  if (!may(officer.role, "reports.compareOfficers") && query.officer && query.officer !== officer.id)
    return <ReportProblem problem="notYours" />;

  const [page, t] = await Promise.all([readDrill(officer.scope, query), getTranslations("reports.rows")]);
  const { cursor: _, ...said } = query;
  const search = searchOf(said);
  const { measure, day, weekday, hour, reason, order, ...rest } = said;
  const period = periodOf(params);
  const asked: Asked = { period, query: rest };
  return (
    <div className="grid min-h-0 grid-rows-[auto_minmax(0,1fr)]">
      <header className="flex min-h-12 flex-wrap items-center gap-3 border-line border-b bg-panel px-4 py-1.5">
        <Link href={reportHref(asked)} className={buttonClass("quiet", "small")}>
          <ArrowLeft size={16} aria-hidden />
          {t("back")}
        </Link>
        <RowsHeading query={said} total={page.total} />
        <span className="flex-1" />
        <Link
          href={drillHref(period ? { ...rest, period } : rest, {
            measure,
            day,
            weekday,
            hour,
            reason,
            order: order === "newest" ? "slowest" : "newest",
          } as Parameters<typeof drillHref>[1])}
          className={buttonClass("quiet", "small")}
        >
          {t(`orders.${order}`)}
        </Link>
        <a href={`/api/reports/rows/xlsx${search}`} className={buttonClass("quiet", "small")}>
          XLSX
        </a>
        <a href={`/api/reports/rows/csv${search}`} className={buttonClass("quiet", "small")}>
          CSV
        </a>
      </header>
      <main id="main" tabIndex={-1} className="grid min-h-0 outline-none">
        {page.total === 0 ? (
          <EmptyState title={t("none")}>{t("noneHint")}</EmptyState>
        ) : (
          <RowList key={search} first={page} search={search} timeZone={zone} />
        )}
      </main>
    </div>
  );
}
