import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SettingsPage } from "@/app/(officer)/settings/settings-page";
import { requireOfficer } from "@/lib/web/require-officer";
import { NotificationSettings } from "./notification-settings";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings.pages"))("notifications") };
}

export default async function NotificationsPage() {
  await requireOfficer("inbox.read");
  const [t, own] = await Promise.all([getTranslations("settings"), getTranslations("notificationSettings")]);
  return (
    <SettingsPage title={t("pages.notifications")} lead={own("lead")}>
      <NotificationSettings />
    </SettingsPage>
  );
}
