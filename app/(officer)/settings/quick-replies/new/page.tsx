import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { QuickReplyForm } from "@/app/(officer)/settings/quick-replies/quick-reply-form";
import { SettingsPage, SettingsSection } from "@/app/(officer)/settings/settings-page";
import { listAccounts } from "@/lib/accounts/queries";
import { may } from "@/lib/officers/rules";
import { now } from "@/lib/time/clock";
import { requireOfficer } from "@/lib/web/require-officer";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("quickReplySettings"))("newTitle") };
}

/** A new text at hand. */
export default async function NewQuickReplyPage() {
  const officer = await requireOfficer("quickReplies.write");
  const [t, accounts] = await Promise.all([getTranslations("quickReplySettings"), listAccounts(officer.scope)]);
  return (
    <SettingsPage title={t("newTitle")}>
      <SettingsSection title={t("content")}>
        <QuickReplyForm
          quickReply={null}
          accounts={accounts}
          officer={{ id: officer.id, mayShare: may(officer.role, "quickReplies.share") }}
          now={now()}
        />
      </SettingsSection>
    </SettingsPage>
  );
}
