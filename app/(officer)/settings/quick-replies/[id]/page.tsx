import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ArchiveButton } from "@/app/(officer)/settings/quick-replies/archive-button";
import { QuickReplyForm } from "@/app/(officer)/settings/quick-replies/quick-reply-form";
import { VersionHistory } from "@/app/(officer)/settings/quick-replies/version-history";
import { SettingsPage, SettingsSection } from "@/app/(officer)/settings/settings-page";
import { listAccounts } from "@/lib/accounts/queries";
import { may } from "@/lib/officers/rules";
import { listQuickReplies, quickReplyVersions } from "@/lib/quick-replies/queries";
import { quickReplyInput } from "@/lib/quick-replies/schema";
import { now } from "@/lib/time/clock";
import { requireOfficer } from "@/lib/web/require-officer";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("quickReplySettings"))("editTitle") };
}

/** One text at hand: to change, with every version there was. */
export default async function QuickReplyPage({ params }: Props) {
  const officer = await requireOfficer("quickReplies.write");
  const asked = quickReplyInput.safeParse({ quickReplyId: (await params).id });
  if (!asked.success) notFound();
  const [t, quickReplies, versions, accounts] = await Promise.all([
    getTranslations("quickReplySettings"),
    listQuickReplies(officer),
    quickReplyVersions(officer, asked.data.quickReplyId),
    listAccounts(officer.scope),
  ]);
  const quickReply = quickReplies.find(({ id }) => id === asked.data.quickReplyId);
  if (!quickReply) notFound();
  const owner = t("ownedBy", { name: quickReply.owner.name });
  return (
    <SettingsPage title={quickReply.title} lead={quickReply.mayChange ? owner : t("readOnly", { name: quickReply.owner.name })}>
      {quickReply.mayChange ? (
        <SettingsSection title={t("content")}>
          <QuickReplyForm
            quickReply={quickReply}
            accounts={accounts}
            officer={{ id: officer.id, mayShare: may(officer.role, "quickReplies.share") }}
            now={now()}
          />
        </SettingsSection>
      ) : null}
      <SettingsSection title={t("versions", { count: versions.length })} hint={t("versionsHint")}>
        <VersionHistory quickReply={quickReply} versions={versions} now={now()} />
      </SettingsSection>
      {quickReply.mayChange ? (
        <SettingsSection title={t("archive")} hint={t("archiveHint")}>
          <ArchiveButton quickReply={quickReply} />
        </SettingsSection>
      ) : null}
    </SettingsPage>
  );
}
