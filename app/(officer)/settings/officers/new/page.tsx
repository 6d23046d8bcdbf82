import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SettingsPage, SettingsSection } from "@/app/(officer)/settings/settings-page";
import { listAccounts } from "@/lib/accounts/queries";
import { requireOfficer } from "@/lib/web/require-officer";
import { NewOfficer } from "./new-officer";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("officerSettings"))("add") };
}

/** Adds somebody to the desk. */
export default async function NewOfficerPage() {
  const admin = await requireOfficer("officers.write");
  const [t, accounts] = await Promise.all([getTranslations("officerSettings"), listAccounts(admin.scope)]);
  return (
    <SettingsPage title={t("add")} lead={t("addLead")}>
      <SettingsSection title={t("who")}>
        <NewOfficer accounts={accounts.map(({ id, name }) => ({ id, name }))} />
      </SettingsSection>
    </SettingsPage>
  );
}
