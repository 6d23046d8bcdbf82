"use client";

import { useTranslations } from "next-intl";
import { askPermission, usePermission } from "@/app/(officer)/inbox/attention/use-permission";
import { Button } from "@/components/ui/button";

/** Whether this browser lets the desk notify, and what to do about it. The only place that asks. */
export function PermissionState() {
  const t = useTranslations("notificationSettings");
  const permission = usePermission();
  const tryOut = () => new Notification(t("trialTitle"), { body: t("trialBody"), tag: "jida-trial", silent: true, icon: "/icon.svg" });
  return (
    <div className="flex flex-wrap items-center gap-3">
      <p role="status" className={permission === "denied" ? "text-late" : "text-ink-2"}>
        {t(`permission.${permission}`)}
      </p>
      {permission === "default" ? (
        <Button tone="primary" size="small" onClick={() => void askPermission()}>
          {t("allow")}
        </Button>
      ) : null}
      {permission === "granted" ? (
        <Button size="small" onClick={tryOut}>
          {t("tryOut")}
        </Button>
      ) : null}
    </div>
  );
}
