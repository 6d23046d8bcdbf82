import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SettingsPage, SettingsSection } from "@/app/(officer)/settings/settings-page";
import { listAccounts } from "@/lib/accounts/queries";
import { listNotices, listSubscribers } from "@/lib/subscribers/queries";
import { requireOfficer } from "@/lib/web/require-officer";
import { NoticeLog } from "./notice-log";
import { SubscriberList } from "./subscriber-list";

const LOGGED = 100;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings.pages"))("webhooks") };
}

/** Which other systems are told of what happens, and what became of each notice. For admins alone. */
export default async function WebhooksPage() {
  const officer = await requireOfficer("subscribers.write");
  const [t, pages, accounts, subscribers, notices] = await Promise.all([
    getTranslations("webhooks"),
    getTranslations("settings.pages"),
    listAccounts(officer.scope),
    listSubscribers(officer.scope),
    listNotices(officer.scope, LOGGED),
  ]);
  return (
    <SettingsPage title={pages("webhooks")} lead={t("lead")}>
      <SubscriberList subscribers={subscribers} accounts={accounts.map(({ id, name }) => ({ id, name }))} />
      <SettingsSection title={t("log")} hint={t("logHint", { most: LOGGED })}>
        <NoticeLog notices={notices} />
      </SettingsSection>
    </SettingsPage>
  );
}
