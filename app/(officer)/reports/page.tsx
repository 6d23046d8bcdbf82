import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { accountZones, listAccounts } from "@/lib/accounts/queries";
import { listColleagues, type SignedInOfficer } from "@/lib/officers/queries";
import { may } from "@/lib/officers/rules";
import { type Report, readReport } from "@/lib/reports/report";
import { now } from "@/lib/time/clock";
import { commonZone, dayOf } from "@/lib/time/zones";
import { requireOfficer } from "@/lib/web/require-officer";
import { type Asked, readAsked } from "./address";
import { ReportControls } from "./report-controls";
import type { FilterChoices } from "./report-filters";
import { ReportPanels } from "./report-panels";
import { ReportProblem } from "./report-problem";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("reports"))("title") };
}

/** How fast and how well residents were answered, in days of the account's clock; every number opens into its rows. */
export default async function ReportsPage({ searchParams }: Props) {
  const officer = await requireOfficer("reports.read");
  const [params, accounts, zones] = await Promise.all([searchParams, listAccounts(officer.scope), accountZones(officer.scope)]);
  const zone = commonZone(zones.values());
  const today = dayOf(now(), zone);
  const asked = readAsked(params, today);
  const alone = !may(officer.role, "reports.compareOfficers");
  if ("problem" in asked) return <ReportProblem problem={asked.problem} />;
  if (alone && asked.query.officer && asked.query.officer !== officer.id) return <ReportProblem problem="notYours" />;

  const [report, choices] = await Promise.all([
    readReport(officer.scope, asked.query, alone ? officer.id : null),
    choicesFor(officer, alone),
  ]);
  return (
    <div className="grid min-h-0 grid-rows-[auto_auto_minmax(0,1fr)] print:block">
      <ReportControls
        officer={{ name: officer.name, role: officer.role }}
        accounts={accounts.map(({ slug, name }) => ({ slug, name }))}
        asked={asked}
        today={today}
        choices={{ ...choices, ...chosenNames(report, asked) }}
      />
      <main id="main" tabIndex={-1} className="relative overflow-y-auto outline-none print:overflow-visible">
        <ReportPanels
          report={asked.period ? { ...report, query: { ...report.query, period: asked.period } } : report}
          accounts={accounts}
          alone={alone}
          madeAt={now()}
          timeZone={zone}
        />
      </main>
    </div>
  );
}

async function choicesFor(officer: SignedInOfficer, alone: boolean): Promise<Pick<FilterChoices, "officers">> {
  const colleagues = alone ? [{ id: officer.id, name: officer.name }] : await listColleagues(officer.scope);
  const nobody = (await getTranslations("reports.officers"))("nobody");
  return {
    officers: [...colleagues.map(({ id, name }) => ({ value: id, label: name })), ...(alone ? [] : [{ value: "none", label: nobody }])],
  };
}

function chosenNames(report: Report, { query }: Asked): Pick<FilterChoices, "topics" | "cluster"> {
  const cluster = report.clusters.find(({ key }) => key === query.cluster);
  return {
    topics: report.topics.flatMap(({ key, name }) => (key === null || name === null ? [] : [{ value: key, label: name }])),
    cluster: cluster ? `${cluster.place} ${cluster.matter}`.trim() : null,
  };
}
