import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AccountClock } from "@/app/(officer)/account-clocks";
import { SettingsPage } from "@/app/(officer)/settings/settings-page";
import { loadAnswers } from "@/app/(officer)/standing-answers/load-answers";
import { may } from "@/lib/officers/rules";
import { readCustomMenu } from "@/lib/standing-answers/menus";
import { now } from "@/lib/time/clock";
import { MenuPhone } from "./menu-phone";
import { MenuSide } from "./menu-side";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("customMenu"))("title") };
}

/** WeChat's menu at the foot of the chat: what would be pushed, what stands there, and where they differ. */
export default async function MenuPage({ searchParams }: Props) {
  const [t, { officer, account }] = await Promise.all([getTranslations("customMenu"), loadAnswers(searchParams)]);
  const at = now();
  const kept = await readCustomMenu(officer.scope, account.id, at);
  if (!kept) notFound();
  return (
    <div>
      <SettingsPage title={t("title")} lead={t("lead")}>
        <AccountClock accountId={account.id}>
          <div className="grid items-start gap-6 md:grid-cols-[minmax(0,1fr)_20rem]">
            <MenuSide
              account={{ id: account.id, slug: account.slug, name: account.name }}
              kept={kept}
              mayPush={may(officer.role, "standingAnswers.write")}
              mayWithdraw={may(officer.role, "standingAnswers.writeAll")}
              now={at}
            />
            <MenuPhone key={account.id} account={account.name} made={kept.made.menu} found={kept.found?.buttons ?? null} />
          </div>
        </AccountClock>
      </SettingsPage>
    </div>
  );
}
