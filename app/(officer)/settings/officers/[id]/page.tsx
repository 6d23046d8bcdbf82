import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { SessionList } from "@/app/(officer)/settings/security/session-list";
import { SettingsPage, SettingsSection } from "@/app/(officer)/settings/settings-page";
import { listAccounts } from "@/lib/accounts/queries";
import { listManaged } from "@/lib/officers/people";
import { listSessions } from "@/lib/officers/sessions";
import { now } from "@/lib/time/clock";
import { requireOfficer } from "@/lib/web/require-officer";
import { ChangeForm } from "./change-form";
import { WaysIn } from "./ways-in";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings.pages"))("officers") };
}

/** One officer: name, role and accounts, how they sign in and where, and 停用. */
export default async function OfficerPage({ params }: Props) {
  const admin = await requireOfficer("officers.write");
  const { id } = await params;
  const officer = (await listManaged(admin)).find((one) => one.id === id);
  if (!officer) notFound();
  const [t, roles, accounts, sessions] = await Promise.all([
    getTranslations("officerSettings"),
    getTranslations("roles"),
    listAccounts(admin.scope),
    listSessions(officer.id),
  ]);
  return (
    <SettingsPage title={officer.name} lead={t("loginAndRole", { login: officer.login, role: roles(officer.role) })}>
      <SettingsSection title={t("who")} hint={t("changeHint")}>
        <ChangeForm officer={officer} accounts={accounts.map((account) => ({ id: account.id, name: account.name }))} />
      </SettingsSection>
      <SettingsSection title={t("waysIn")}>
        <WaysIn officer={officer} />
      </SettingsSection>
      <SettingsSection title={t("sessions")}>
        <SessionList sessions={sessions} officerId={officer.id} hereId={admin.sessionId} now={now()} />
      </SettingsSection>
    </SettingsPage>
  );
}
