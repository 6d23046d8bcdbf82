import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AccountChoice } from "@/app/(officer)/settings/limits/account-choice";
import { loadLimits } from "@/app/(officer)/settings/limits/load-limits";
import { SettingsPage } from "@/app/(officer)/settings/settings-page";
import { requireOfficer } from "@/lib/web/require-officer";
import { PolicyScreen } from "./policy-screen";

type Props = { searchParams: Promise<{ account?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings.pages"))("timeLimits") };
}

/** Per account: how long a resident waits at most, and who is told before. Supervisors and admins change it. */
export default async function TimeLimitsPage({ searchParams }: Props) {
  const officer = await requireOfficer("inbox.read");
  const [t, pages, { accounts, limits }] = await Promise.all([
    getTranslations("timeLimits"),
    getTranslations("settings.pages"),
    loadLimits(officer, (await searchParams).account),
  ]);
  return (
    <SettingsPage title={pages("timeLimits")} lead={t("lead")}>
      {limits ? (
        <>
          <AccountChoice accounts={accounts} chosen={limits.account.slug} path="/settings/time-limits" />
          <PolicyScreen key={limits.account.id} limits={limits} />
        </>
      ) : null}
    </SettingsPage>
  );
}
