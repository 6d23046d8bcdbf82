import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AccountClock } from "@/app/(officer)/account-clocks";
import { SettingsPage, SettingsSection } from "@/app/(officer)/settings/settings-page";
import { loadAnswers } from "@/app/(officer)/standing-answers/load-answers";
import { may } from "@/lib/officers/rules";
import { isGiven } from "@/lib/standing-answers/answering";
import { readStandingSettings } from "@/lib/standing-answers/queries";
import { readMoments } from "@/lib/standing-answers/waiting";
import { now } from "@/lib/time/clock";
import { TextsForm } from "./texts-form";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("standingAnswers"))("pages.texts") };
}

/** What an account says around its standing answers, and to what comes in. Supervisors and admins change it. */
export default async function TextsPage({ searchParams }: Props) {
  const [t, { officer, account, answers }] = await Promise.all([getTranslations("standingAnswers"), loadAnswers(searchParams)]);
  const at = now();
  const [kept, moments] = await Promise.all([readStandingSettings(officer.scope, account.id), readMoments(officer.scope, account.id, at)]);
  const offered = answers.filter((answer) => answer.number !== null && answer.parentId === null && isGiven(answer, at));
  const isEditor = may(officer.role, "standingAnswers.writeAll");
  return (
    <div>
      <SettingsPage title={t("pages.texts")} lead={t("texts.lead")}>
        <SettingsSection title={account.name} hint={isEditor ? null : t("texts.readOnly")}>
          <AccountClock accountId={account.id}>
            <TextsForm
              key={account.id}
              account={{ id: account.id, name: account.name }}
              kept={kept}
              offered={offered.map(({ number, name }) => ({ number, name }))}
              moments={moments}
              isEditor={isEditor}
              now={at}
            />
          </AccountClock>
        </SettingsSection>
      </SettingsPage>
    </div>
  );
}
