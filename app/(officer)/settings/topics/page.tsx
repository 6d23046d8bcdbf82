import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AccountChoice } from "@/app/(officer)/settings/limits/account-choice";
import { SettingsPage, SettingsSection } from "@/app/(officer)/settings/settings-page";
import { listAccounts } from "@/lib/accounts/queries";
import { may } from "@/lib/officers/rules";
import { listTopics } from "@/lib/questions/topics";
import { requireOfficer } from "@/lib/web/require-officer";
import { NewTopic } from "./new-topic";
import { TopicList } from "./topic-list";

type Props = { searchParams: Promise<{ account?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings.pages"))("topics") };
}

/** Per account: the short list of what questions are about, by which reports count. Supervisors and admins keep it. */
export default async function TopicsPage({ searchParams }: Props) {
  const officer = await requireOfficer("inbox.read");
  const [t, pages, accounts, topics] = await Promise.all([
    getTranslations("topicSettings"),
    getTranslations("settings.pages"),
    listAccounts(officer.scope),
    listTopics(officer.scope),
  ]);
  const asked = (await searchParams).account;
  const account = accounts.find(({ slug }) => slug === asked) ?? accounts[0];
  const isEditor = may(officer.role, "topics.write");
  return (
    <SettingsPage title={pages("topics")} lead={t("lead")}>
      {account ? (
        <>
          <AccountChoice accounts={accounts} chosen={account.slug} path="/settings/topics" />
          <SettingsSection title={account.name} hint={isEditor ? t("effect") : t("readOnly")}>
            <div key={account.id} className="flex flex-col gap-4">
              <TopicList topics={topics.filter(({ accountId }) => accountId === account.id)} isEditor={isEditor} />
              {isEditor ? <NewTopic accountId={account.id} /> : null}
            </div>
          </SettingsSection>
        </>
      ) : null}
    </SettingsPage>
  );
}
