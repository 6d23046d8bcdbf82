import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AccountClock } from "@/app/(officer)/account-clocks";
import { SettingsSection } from "@/app/(officer)/settings/settings-page";
import { ArchiveButton } from "@/app/(officer)/standing-answers/archive-button";
import { neighbourOf } from "@/app/(officer)/standing-answers/categories";
import { ContentForm } from "@/app/(officer)/standing-answers/content-form";
import { OwnerForm } from "@/app/(officer)/standing-answers/owner-form";
import { Phone } from "@/app/(officer)/standing-answers/phone";
import { PlaceForm } from "@/app/(officer)/standing-answers/place-form";
import { SourceSection } from "@/app/(officer)/standing-answers/source/source-section";
import { StateBadges } from "@/app/(officer)/standing-answers/state-badges";
import { inMenuOrder, statesOf } from "@/app/(officer)/standing-answers/states";
import { VersionHistory } from "@/app/(officer)/standing-answers/version-history";
import { EmptyState } from "@/components/ui/empty-state";
import { listAccountClocks } from "@/lib/accounts/queries";
import { listColleagues } from "@/lib/officers/queries";
import { narrowed } from "@/lib/officers/scope";
import { isGiven } from "@/lib/standing-answers/answering";
import { mayChange } from "@/lib/standing-answers/conditions";
import { isStale, isStopped, servedOf } from "@/lib/standing-answers/freshness";
import { onStandingAnswerInput } from "@/lib/standing-answers/inputs";
import { listStandingAnswers, readStandingAnswer, VERSIONS_SHOWN } from "@/lib/standing-answers/queries";
import { replyOf } from "@/lib/standing-answers/words";
import { now } from "@/lib/time/clock";
import { requireOfficer } from "@/lib/web/require-officer";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("standingAnswers"))("title") };
}

/** One standing answer: to write and to publish, where it stands, whose it is, and every version there was. */
export default async function AnswerPage({ params }: Props) {
  const officer = await requireOfficer("inbox.read");
  const asked = onStandingAnswerInput.safeParse({ standingAnswerId: (await params).id });
  if (!asked.success) notFound();
  const [t, answer, accounts] = await Promise.all([
    getTranslations("standingAnswers"),
    readStandingAnswer(officer.scope, asked.data.standingAnswerId),
    listAccountClocks(officer.scope),
  ]);
  const account = accounts.find(({ id }) => id === answer?.accountId);
  if (!answer || !account) notFound();
  const at = now();
  const [answers, people] = await Promise.all([
    listStandingAnswers(officer.scope, account.id),
    listColleagues(narrowed(officer.scope, account.id)),
  ]);
  const isEditor = mayChange({ ownerId: answer.owner.id }, officer);
  const states = statesOf(answer, new Set(people.map(({ id }) => id)), at);
  const below = answers.filter((other) => other.parentId === answer.id && isGiven(other, at)).map(({ number, name }) => ({ number, name }));
  // Who goes on to the next one goes on writing.
  const ordered = inMenuOrder(answers.filter(({ id, owner }) => id === answer.id || mayChange({ ownerId: owner.id }, officer)));
  const place = ordered.findIndex((placed) => placed.answer.id === answer.id);
  const neighbours = answers.map(neighbourOf);
  const { published, feed } = answer;
  const served = published && servedOf(published, feed);
  return (
    <AccountClock accountId={account.id}>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h1 className="font-semibold text-xl">
          {answer.number === null ? answer.name : t("numbered", { number: answer.number, name: answer.name })}
        </h1>
        <StateBadges states={states} />
        <p className="text-ink-2">{t(isEditor ? "ownedBy" : "readOnly", { name: answer.owner.name })}</p>
      </div>
      {isEditor ? (
        <ContentForm
          key={answer.id}
          answer={answer}
          account={account}
          answers={neighbours}
          below={below}
          nextId={ordered[place + 1]?.answer.id ?? null}
          officerId={officer.id}
          now={at}
        />
      ) : published && served ? (
        <div className="max-w-[21rem]">
          <Phone
            account={account.name}
            asked={String(answer.number ?? answer.name)}
            reply={replyOf({ ...published, ...served, name: answer.name, isStale: isStale(served, at) }, below, {
              at,
              timeZone: account.timeZone,
            })}
            notes={isStopped(served, at) ? [t("notes.stopped")] : []}
          />
        </div>
      ) : (
        <EmptyState title={t("nothingYet")}>{t("nothingYetHint", { name: answer.owner.name })}</EmptyState>
      )}
      <SourceSection standingAnswerId={answer.id} officer={officer} isEditor={isEditor} />
      <SettingsSection
        title={t("versions", { count: answer.version })}
        hint={answer.version > VERSIONS_SHOWN ? t("versionsHintOfMany", { shown: VERSIONS_SHOWN }) : t("versionsHint")}
      >
        <VersionHistory answer={answer} isEditor={isEditor} now={at} />
      </SettingsSection>
      {isEditor ? (
        <div className="grid items-start gap-4 lg:grid-cols-2">
          <SettingsSection title={t("place")} hint={t("placeHint")}>
            <PlaceForm key={answer.id} answer={answer} answers={neighbours} />
          </SettingsSection>
          <div className="flex flex-col gap-4">
            <SettingsSection title={t("owner")} hint={t("ownerHint")}>
              <OwnerForm key={answer.owner.id} answer={answer} people={people} />
            </SettingsSection>
            <SettingsSection title={t("archive")} hint={t("archiveHint")}>
              <ArchiveButton answer={answer} account={account.slug} />
            </SettingsSection>
          </div>
        </div>
      ) : null}
    </AccountClock>
  );
}
