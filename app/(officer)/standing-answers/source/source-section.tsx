import { getTranslations } from "next-intl/server";
import { SettingsSection } from "@/app/(officer)/settings/settings-page";
import { may, type Role } from "@/lib/officers/rules";
import type { Scope } from "@/lib/officers/scope";
import { readSource } from "@/lib/standing-answers/sources";
import { now } from "@/lib/time/clock";
import { FeedHosts } from "./feed-hosts";
import { SourceForm } from "./source-form";
import { SourceState } from "./source-state";

type Props = { standingAnswerId: string; officer: { scope: Scope; role: Role }; isEditor: boolean };

/** Where the text of a standing answer comes from, how it stands with it, and, for who may change it, the form. */
export async function SourceSection({ standingAnswerId, officer, isEditor }: Props) {
  const [t, source] = await Promise.all([getTranslations("standingSource"), readSource(officer.scope, standingAnswerId)]);
  if (!source) return null;
  return (
    <SettingsSection title={t("title")} hint={t("hint")}>
      <div className="flex flex-col gap-5">
        <SourceState source={source} isEditor={isEditor} now={now()} />
        {isEditor ? (
          <>
            <SourceForm key={source.version} source={source} />
            <FeedHosts accountId={source.accountId} hosts={source.hosts} isKeeper={may(officer.role, "standingAnswers.writeAll")} />
          </>
        ) : null}
      </div>
    </SettingsSection>
  );
}
