import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SettingsPage } from "@/app/(officer)/settings/settings-page";
import { requireOfficer } from "@/lib/web/require-officer";
import { KeyboardSettings } from "./keyboard-settings";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings.pages"))("keyboard") };
}

export default async function KeyboardPage() {
  await requireOfficer();
  const [t, keyboard] = await Promise.all([getTranslations("settings"), getTranslations("keyboardSettings")]);
  return (
    <SettingsPage title={t("pages.keyboard")} lead={keyboard("lead")}>
      <KeyboardSettings />
    </SettingsPage>
  );
}
