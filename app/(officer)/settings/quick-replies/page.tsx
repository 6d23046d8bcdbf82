import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SettingsPage } from "@/app/(officer)/settings/settings-page";
import { listAccounts } from "@/lib/accounts/queries";
import { listQuickReplies } from "@/lib/quick-replies/queries";
import { now } from "@/lib/time/clock";
import { requireOfficer } from "@/lib/web/require-officer";
import { QuickReplyTable } from "./quick-reply-table";

type Props = { searchParams: Promise<{ archived?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings.pages"))("quickReplies") };
}

/** The texts at an officer's hand, shared and personal. */
export default async function QuickRepliesPage({ searchParams }: Props) {
  const officer = await requireOfficer("quickReplies.write");
  const [t, pages, quickReplies, accounts, { archived }] = await Promise.all([
    getTranslations("quickReplySettings"),
    getTranslations("settings.pages"),
    listQuickReplies(officer),
    listAccounts(officer.scope),
    searchParams,
  ]);
  return (
    <SettingsPage title={pages("quickReplies")} lead={t("lead")}>
      <QuickReplyTable quickReplies={quickReplies} accounts={accounts} now={now()} returning={archived !== undefined} />
    </SettingsPage>
  );
}
