import { Download } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AccountClock } from "@/app/(officer)/account-clocks";
import { SettingsPage, SettingsSection } from "@/app/(officer)/settings/settings-page";
import { loadAnswers } from "@/app/(officer)/standing-answers/load-answers";
import { buttonClass } from "@/components/ui/button";
import { may } from "@/lib/officers/rules";
import { FAQ_FORMATS } from "@/lib/standing-answers/faq/columns";
import { now } from "@/lib/time/clock";
import { FaqImport } from "./faq-import";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("standingAnswers"))("pages.import") };
}

/** Standing answers from a file, and all of them as a file. */
export default async function ImportPage({ searchParams }: Props) {
  const [t, { officer, account }] = await Promise.all([getTranslations("standingAnswers"), loadAnswers(searchParams)]);
  return (
    <div>
      <SettingsPage title={t("pages.import")} lead={t("import.lead")}>
        {may(officer.role, "standingAnswers.write") ? (
          <SettingsSection title={account.name}>
            <AccountClock accountId={account.id}>
              <FaqImport key={account.id} accountId={account.id} now={now()} />
            </AccountClock>
          </SettingsSection>
        ) : null}
        <SettingsSection title={t("import.export")} hint={t("import.exportHint")}>
          <div className="flex flex-wrap gap-2">
            {FAQ_FORMATS.map((format) => (
              <a
                key={format}
                href={`/api/standing-answers/export?${new URLSearchParams({ account: account.slug, format })}`}
                className={buttonClass()}
                download
              >
                <Download size={15} aria-hidden />
                {t(`import.formats.${format}`)}
              </a>
            ))}
          </div>
        </SettingsSection>
      </SettingsPage>
    </div>
  );
}
