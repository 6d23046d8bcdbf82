import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SettingsPage, SettingsSection } from "@/app/(officer)/settings/settings-page";
import { categoriesOf, neighbourOf } from "@/app/(officer)/standing-answers/categories";
import { loadAnswers } from "@/app/(officer)/standing-answers/load-answers";
import { Tester } from "@/app/(officer)/standing-answers/tester";
import { isGiven } from "@/lib/standing-answers/answering";
import { now } from "@/lib/time/clock";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("standingAnswers"))("pages.tester") };
}

/** What a resident's message would get now, and why. */
export default async function TesterPage({ searchParams }: Props) {
  const [t, { account, answers }] = await Promise.all([getTranslations("standingAnswers"), loadAnswers(searchParams)]);
  const at = now();
  const inForce = answers.filter((answer) => isGiven(answer, at));
  return (
    <div>
      <SettingsPage title={t("pages.tester")} lead={t("tester.lead")}>
        <SettingsSection title={account.name} hint={t("tester.among", { count: inForce.length })}>
          <Tester key={account.id} categories={categoriesOf(inForce.map(neighbourOf), null)} />
        </SettingsSection>
      </SettingsPage>
    </div>
  );
}
