import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AccountClock } from "@/app/(officer)/account-clocks";
import { SettingsPage, SettingsSection } from "@/app/(officer)/settings/settings-page";
import { may } from "@/lib/officers/rules";
import { listSatisfaction } from "@/lib/ratings/queries";
import { requireOfficer } from "@/lib/web/require-officer";
import { SatisfactionForm } from "./satisfaction-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings.pages"))("satisfaction") };
}

/** Per account: whether residents are asked what an answer was worth, when and in which words. Supervisors and admins change it. */
export default async function SatisfactionPage() {
  const officer = await requireOfficer("inbox.read");
  const [t, pages, accounts] = await Promise.all([
    getTranslations("satisfaction"),
    getTranslations("settings.pages"),
    listSatisfaction(officer.scope),
  ]);
  const isEditor = may(officer.role, "satisfaction.write");
  return (
    <SettingsPage title={pages("satisfaction")} lead={t("lead")}>
      {accounts.map((settings) => (
        <SettingsSection key={settings.accountId} title={settings.name} hint={isEditor ? t("effect") : t("readOnly")}>
          <AccountClock accountId={settings.accountId}>
            <SatisfactionForm key={settings.approved?.at.getTime()} settings={settings} isEditor={isEditor} />
          </AccountClock>
        </SettingsSection>
      ))}
    </SettingsPage>
  );
}
