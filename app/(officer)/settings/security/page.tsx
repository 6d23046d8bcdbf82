import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { SettingsPage, SettingsSection } from "@/app/(officer)/settings/settings-page";
import { buttonClass } from "@/components/ui/button";
import { heldFactors, rolesWithFactor } from "@/lib/officers/factors";
import { listSessions } from "@/lib/officers/sessions";
import { now } from "@/lib/time/clock";
import { requireOfficer } from "@/lib/web/require-officer";
import { FactorList } from "./factor-list";
import { RecoverySection } from "./recovery-section";
import { SessionList } from "./session-list";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings.pages"))("security") };
}

/** How an officer signs in, and where they are signed in. */
export default async function SecurityPage() {
  const officer = await requireOfficer("inbox.read");
  const [t, pages, { factors, recoveryCodes }, sessions, demanding] = await Promise.all([
    getTranslations("security"),
    getTranslations("settings.pages"),
    heldFactors(officer.id),
    listSessions(officer.id),
    rolesWithFactor(),
  ]);
  return (
    <SettingsPage title={pages("security")} lead={t("lead")}>
      <SettingsSection title={t("factors")} hint={demanding.includes(officer.role) ? t("factorsDemanded") : t("factorsHint")}>
        <FactorList factors={factors} now={now()} />
        <p className="mt-3">
          <Link href="/second-factor" className={buttonClass(factors.length === 0 ? "primary" : "quiet")}>
            {t("addFactor", { count: factors.length })}
          </Link>
        </p>
      </SettingsSection>
      {factors.length > 0 ? (
        <SettingsSection title={t("recovery")} hint={t("recoveryHint")}>
          <RecoverySection left={recoveryCodes} />
        </SettingsSection>
      ) : null}
      <SettingsSection title={t("sessions")} hint={t("sessionsHint")}>
        <SessionList sessions={sessions} officerId={officer.id} hereId={officer.sessionId} now={now()} />
      </SettingsSection>
    </SettingsPage>
  );
}
