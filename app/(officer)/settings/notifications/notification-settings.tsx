"use client";

import { useTranslations } from "next-intl";
import { SettingsSection } from "@/app/(officer)/settings/settings-page";
import { PermissionState } from "./permission-state";
import { ReasonTable } from "./reason-table";
import { VolumeSetting } from "./volume-setting";

/** What calls the officer and how: per reason a notification of the system, a sound, both or none. */
export function NotificationSettings() {
  const t = useTranslations("notificationSettings");
  return (
    <>
      <SettingsSection title={t("browser")} hint={t("browserHint")}>
        <PermissionState />
      </SettingsSection>
      <SettingsSection title={t("reasons")} hint={t("reasonsHint")}>
        <ReasonTable />
      </SettingsSection>
      <SettingsSection title={t("sound")} hint={t("soundHint")}>
        <VolumeSetting />
      </SettingsSection>
    </>
  );
}
