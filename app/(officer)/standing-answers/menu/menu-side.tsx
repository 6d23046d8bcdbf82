"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { SettingsSection } from "@/app/(officer)/settings/settings-page";
import type { CustomMenuKept } from "@/lib/standing-answers/menus";
import { SECOND } from "@/lib/time/rules";
import { Differences } from "./differences";
import { MenuFindings } from "./menu-findings";
import { MenuState } from "./menu-state";
import { MenuTasks } from "./menu-tasks";

type Props = {
  account: { id: string; slug: string; name: string };
  kept: CustomMenuKept;
  mayPush: boolean;
  mayWithdraw: boolean;
  now: Date;
};

/** A worker looks once a second. */
const LOOK_AGAIN = 2 * SECOND;

/** How the menu stands in WeChat, what is yet to be pushed and what is in the way of it, and what may be done. */
export function MenuSide({ account, kept, mayPush, mayWithdraw, now }: Props) {
  const t = useTranslations("customMenu");
  const router = useRouter();
  const { made, changes, found, driftedSince, isUnderway } = kept;

  useEffect(() => {
    if (!isUnderway) return;
    const timer = setInterval(() => router.refresh(), LOOK_AGAIN);
    return () => clearInterval(timer);
  }, [isUnderway, router]);

  return (
    <SettingsSection title={account.name} hint={t("unfolds")}>
      <div className="flex flex-col gap-5">
        <MenuState kept={kept} now={now} />
        {mayPush ? <MenuTasks accountId={account.id} kept={kept} mayWithdraw={mayWithdraw} /> : null}
        {driftedSince && found ? (
          <Differences title={t("drift", { count: found.drift.length })} differences={found.drift} tone="late" />
        ) : null}
        <MenuFindings account={account.slug} findings={made.findings} />
        <Differences title={t("changes", { count: changes.length })} differences={changes} tone="info" />
      </div>
    </SettingsSection>
  );
}
