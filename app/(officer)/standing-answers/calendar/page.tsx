import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AccountClock } from "@/app/(officer)/account-clocks";
import { SettingsPage } from "@/app/(officer)/settings/settings-page";
import { loadAnswers } from "@/app/(officer)/standing-answers/load-answers";
import { weeksAhead } from "@/app/(officer)/standing-answers/weeks";
import { now } from "@/lib/time/clock";
import { WeekList } from "./week-list";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("standingAnswers"))("pages.calendar") };
}

/** What ends, begins or has to be looked at when: eight weeks ahead. */
export default async function CalendarPage({ searchParams }: Props) {
  const [t, { account, answers }] = await Promise.all([getTranslations("standingAnswers"), loadAnswers(searchParams)]);
  const at = now();
  return (
    <div>
      <SettingsPage title={t("pages.calendar")} lead={t("calendar.lead")}>
        <AccountClock accountId={account.id}>
          <WeekList account={account.slug} ahead={weeksAhead(answers, at, account.timeZone)} now={at} />
        </AccountClock>
      </SettingsPage>
    </div>
  );
}
