import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AccountForm } from "@/app/(officer)/settings/accounts/account-form";
import { SettingsPage, SettingsSection } from "@/app/(officer)/settings/settings-page";
import { listManagedAccounts } from "@/lib/accounts/queries";
import { requireOfficer } from "@/lib/web/require-officer";
import { ActiveSwitch } from "./active-switch";

type Props = { params: Promise<{ slug: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings.pages"))("accounts") };
}

/** One 公众号: its name, ids and keys, and whether its door takes anything. */
export default async function AccountPage({ params }: Props) {
  const admin = await requireOfficer("accounts.write");
  const [{ slug }, t, accounts] = await Promise.all([params, getTranslations("accountSettings"), listManagedAccounts(admin.scope)]);
  const account = accounts.find((one) => one.slug === slug);
  if (!account) notFound();
  return (
    <SettingsPage title={account.name} lead={t("doorOf", { path: `/api/wechat/${slug}` })}>
      <SettingsSection title={t("keys")} hint={t("keysStay")}>
        <AccountForm key={`${account.appId} ${account.originalId} ${account.name}`} account={account} />
      </SettingsSection>
      <SettingsSection title={t("active")}>
        <ActiveSwitch accountId={account.id} isActive={account.deactivatedAt === null} />
      </SettingsSection>
    </SettingsPage>
  );
}
