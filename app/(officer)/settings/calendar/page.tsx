import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AccountChoice } from "@/app/(officer)/settings/limits/account-choice";
import { loadLimits } from "@/app/(officer)/settings/limits/load-limits";
import { SettingsPage, SettingsSection } from "@/app/(officer)/settings/settings-page";
import { TIME_ZONES } from "@/lib/accounts/rules";
import { requireOfficer } from "@/lib/web/require-officer";
import { CalendarScreen } from "./calendar-screen";
import { TimeZoneForm } from "./time-zone-form";

type Props = { searchParams: Promise<{ account?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings.pages"))("calendar") };
}

/** Per account: which minutes count, and by whose clock. Supervisors and admins change it. */
export default async function CalendarPage({ searchParams }: Props) {
  const officer = await requireOfficer("inbox.read");
  const [t, pages, { accounts, limits }] = await Promise.all([
    getTranslations("workCalendar"),
    getTranslations("settings.pages"),
    loadLimits(officer, (await searchParams).account),
  ]);
  return (
    <SettingsPage title={pages("calendar")} lead={t("lead")}>
      {limits ? (
        <>
          <AccountChoice accounts={accounts} chosen={limits.account.slug} path="/settings/calendar" />
          <CalendarScreen key={limits.account.id} limits={limits} />
          <SettingsSection title={t("zone")} hint={t("zoneHint")}>
            <TimeZoneForm
              key={`${limits.account.id} ${limits.account.timeZone}`}
              account={limits.account}
              zones={[...new Set([...TIME_ZONES, limits.account.timeZone])]}
              now={limits.now}
              isEditor={limits.isEditor}
            />
          </SettingsSection>
        </>
      ) : null}
    </SettingsPage>
  );
}
