import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SettingsPage, SettingsSection } from "@/app/(officer)/settings/settings-page";
import { LanguageSwitch } from "@/app/language-switch";
import { ThemeSwitch } from "@/app/theme-switch";
import { requireOfficer } from "@/lib/web/require-officer";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings.pages"))("appearance") };
}

export default async function AppearancePage() {
  await requireOfficer();
  const [t, common] = await Promise.all([getTranslations("settings"), getTranslations("common")]);
  return (
    <SettingsPage title={t("pages.appearance")} lead={t("thisBrowser")}>
      <SettingsSection title={common("language")}>
        <LanguageSwitch />
      </SettingsSection>
      <SettingsSection title={common("theme")}>
        <ThemeSwitch />
      </SettingsSection>
    </SettingsPage>
  );
}
