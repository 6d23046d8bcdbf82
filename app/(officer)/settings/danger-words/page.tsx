import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SettingsPage, SettingsSection } from "@/app/(officer)/settings/settings-page";
import { listDangerLists } from "@/lib/accounts/queries";
import { may } from "@/lib/officers/rules";
import { requireOfficer } from "@/lib/web/require-officer";
import { DangerListForm } from "./danger-list-form";
import { DangerListShown } from "./danger-list-shown";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings.pages"))("dangerWords") };
}

/** Per account: the words that stand above every clock, and what is said to them at once. Supervisors and admins change them. */
export default async function DangerWordsPage() {
  const officer = await requireOfficer("inbox.read");
  const [t, pages, lists] = await Promise.all([
    getTranslations("dangerWords"),
    getTranslations("settings.pages"),
    listDangerLists(officer.scope),
  ]);
  const isEditor = may(officer.role, "dangerList.write");
  return (
    <SettingsPage title={pages("dangerWords")} lead={t("lead")}>
      {lists.map((list) => (
        <SettingsSection key={list.id} title={list.name} hint={isEditor ? t("effect") : t("readOnly")}>
          {isEditor ? <DangerListForm list={list} /> : <DangerListShown list={list} />}
        </SettingsSection>
      ))}
    </SettingsPage>
  );
}
