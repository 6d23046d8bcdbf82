import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { SettingsPage, SettingsSection } from "@/app/(officer)/settings/settings-page";
import { Badge } from "@/components/ui/badge";
import { buttonClass } from "@/components/ui/button";
import { listManagedAccounts } from "@/lib/accounts/queries";
import { requireOfficer } from "@/lib/web/require-officer";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings.pages"))("accounts") };
}

/** The 公众号 that the desk speaks for; for admins. */
export default async function AccountsPage() {
  const admin = await requireOfficer("accounts.write");
  const [t, pages, accounts] = await Promise.all([
    getTranslations("accountSettings"),
    getTranslations("settings.pages"),
    listManagedAccounts(admin.scope),
  ]);
  return (
    <SettingsPage title={pages("accounts")} lead={t("lead")}>
      <SettingsSection title={t("list")}>
        <ul className="flex flex-col divide-y divide-line-2">
          {accounts.map(({ id, slug, name, appId, hasAesKey, safeModeOnly, deactivatedAt }) => (
            <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2">
              <div className="min-w-0 flex-1 basis-56">
                <p className="flex flex-wrap items-baseline gap-x-2">
                  <span className="break-words font-semibold">{name}</span>
                  {deactivatedAt ? <Badge tone="soon">{t("inactive")}</Badge> : null}
                </p>
                <p className="break-words text-ink-3 text-sm">
                  {t("summary", { slug, appId })} · {safeModeOnly ? t("safeOnly") : hasAesKey ? t("anyMode") : t("plainOnly")}
                </p>
              </div>
              <Link href={`/settings/accounts/${slug}`} aria-label={t("changeOf", { name })} className={buttonClass("quiet", "small")}>
                {t("change")}
              </Link>
            </li>
          ))}
        </ul>
        <p className="mt-3">
          <Link href="/settings/accounts/new" className={buttonClass("primary")}>
            {t("add")}
          </Link>
        </p>
      </SettingsSection>
    </SettingsPage>
  );
}
