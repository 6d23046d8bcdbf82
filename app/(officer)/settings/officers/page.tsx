import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { SettingsPage, SettingsSection } from "@/app/(officer)/settings/settings-page";
import { buttonClass } from "@/components/ui/button";
import { listAccounts } from "@/lib/accounts/queries";
import { rolesWithFactor } from "@/lib/officers/factors";
import { isEverywhere, listManaged } from "@/lib/officers/people";
import { now } from "@/lib/time/clock";
import { requireOfficer } from "@/lib/web/require-officer";
import { FactorRules } from "./factor-rules";
import { OfficerTable } from "./officer-table";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings.pages"))("officers") };
}

/** Who works at the desk, in which role and at which accounts; for admins. */
export default async function OfficersPage() {
  const admin = await requireOfficer("officers.write");
  const [t, pages, officers, accounts, demanding, isChangeable] = await Promise.all([
    getTranslations("officerSettings"),
    getTranslations("settings.pages"),
    listManaged(admin),
    listAccounts(admin.scope),
    rolesWithFactor(),
    isEverywhere(admin.scope),
  ]);
  return (
    <SettingsPage title={pages("officers")} lead={t("lead")}>
      <SettingsSection title={t("list")} hint={t("listHint")}>
        <OfficerTable officers={officers} accounts={accounts} now={now()} />
        <p className="mt-3">
          <Link href="/settings/officers/new" className={buttonClass("primary")}>
            {t("add")}
          </Link>
        </p>
      </SettingsSection>
      <SettingsSection title={t("rules")} hint={t("rulesHint")}>
        <FactorRules
          demanding={demanding}
          isChangeable={isChangeable}
          without={officers.filter(({ factors, deactivatedAt }) => factors === 0 && !deactivatedAt).map(({ role }) => role)}
        />
      </SettingsSection>
    </SettingsPage>
  );
}
