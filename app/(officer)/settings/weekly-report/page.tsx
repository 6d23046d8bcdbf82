import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SettingsPage, SettingsSection } from "@/app/(officer)/settings/settings-page";
import { listWeeklyMailings } from "@/lib/reports/mailings";
import { now } from "@/lib/time/clock";
import { requireOfficer } from "@/lib/web/require-officer";
import { RunHistory } from "./run-history";
import { WeeklyPlanForm } from "./weekly-plan-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings.pages"))("weeklyReport") };
}

/** Per account: to whom its week is mailed, when, and how the last ones went. For supervisors and admins. */
export default async function WeeklyReportPage() {
  const officer = await requireOfficer("weeklyReports.write");
  const [t, pages, mailings] = await Promise.all([
    getTranslations("weeklyReport"),
    getTranslations("settings.pages"),
    listWeeklyMailings(officer.scope),
  ]);
  return (
    <SettingsPage title={pages("weeklyReport")} lead={t("lead")}>
      {mailings.map(({ account, plan, runs }) => (
        <SettingsSection key={account.id} title={account.name}>
          <WeeklyPlanForm accountId={account.id} plan={plan} underway={runs.some(({ dueAt }) => dueAt !== null)} />
          <RunHistory runs={runs} timeZone={account.timeZone} readAt={now()} />
        </SettingsSection>
      ))}
    </SettingsPage>
  );
}
