import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SettingsPage, SettingsSection } from "@/app/(officer)/settings/settings-page";
import { buttonClass } from "@/components/ui/button";
import { listAccounts } from "@/lib/accounts/queries";
import { listBoardTokens } from "@/lib/board/tokens";
import { may } from "@/lib/officers/rules";
import { now } from "@/lib/time/clock";
import { requireOfficer } from "@/lib/web/require-officer";
import { BoardList } from "./board-list";
import { NewBoard } from "./new-board";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings.pages"))("boards") };
}

/** The walls of one's accounts. Supervisors and admins let them see, and stop it. */
export default async function BoardsPage() {
  const officer = await requireOfficer("board.read");
  const isEditor = may(officer.role, "boards.write");
  const [t, pages, accounts, boards] = await Promise.all([
    getTranslations("boardSettings"),
    getTranslations("settings.pages"),
    listAccounts(officer.scope),
    listBoardTokens(officer.scope),
  ]);
  return (
    <SettingsPage title={pages("boards")} lead={t("lead")}>
      <p>
        <a href="/board" className={buttonClass("quiet")}>
          {t("open")}
        </a>
      </p>
      {isEditor ? (
        <SettingsSection title={t("new")}>
          <NewBoard accounts={accounts.map(({ id, name }) => ({ id, name }))} />
        </SettingsSection>
      ) : null}
      <SettingsSection title={t("list")}>
        <BoardList boards={boards} accounts={accounts} now={now()} isEditor={isEditor} />
      </SettingsSection>
    </SettingsPage>
  );
}
