import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AccountForm } from "@/app/(officer)/settings/accounts/account-form";
import { SettingsPage, SettingsSection } from "@/app/(officer)/settings/settings-page";
import { requireOfficer } from "@/lib/web/require-officer";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("accountSettings"))("add") };
}

/** Adds a 公众号. */
export default async function NewAccountPage() {
  const [, t] = await Promise.all([requireOfficer("accounts.write"), getTranslations("accountSettings")]);
  return (
    <SettingsPage title={t("add")} lead={t("addLead")}>
      <SettingsSection title={t("keys")} hint={t("keysHint")}>
        <AccountForm account={null} />
      </SettingsSection>
    </SettingsPage>
  );
}
