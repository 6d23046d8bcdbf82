"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useDeferredValue, useEffect, useMemo, useRef, useState } from "react";
import { useZone } from "@/app/(officer)/account-clocks";
import { useShortcuts } from "@/app/(officer)/inbox/keyboard/use-shortcuts";
import { SettingsSection } from "@/app/(officer)/settings/settings-page";
import { isStale, isStopped, servedOf } from "@/lib/standing-answers/freshness";
import type { StandingAnswerInFull } from "@/lib/standing-answers/queries";
import { type Finding, findingsAbout } from "@/lib/standing-answers/shadows";
import { type Offered, replyOf } from "@/lib/standing-answers/words";
import { answerAddress, listAddress } from "./addresses";
import { BodyFields } from "./body-fields";
import { categoriesOf, type Neighbour } from "./categories";
import { Findings } from "./findings";
import { NameFields } from "./name-fields";
import { Phone } from "./phone";
import { PublishBar } from "./publish-bar";
import { RuleList } from "./rule-list";
import { Tester } from "./tester";
import { Theirs } from "./theirs";
import { TimeFields } from "./time-fields";
import { useFaultWords } from "./use-fault-words";
import { useWriting } from "./use-writing";
import { bodyOf, inputOf } from "./written";

type Props = {
  answer: StandingAnswerInFull | null;
  account: { id: string; slug: string; name: string };
  /** All of the account, whose rules these must not get in the way of. */
  answers: readonly Neighbour[];
  /** What its sub-menu offers. */
  below: readonly Offered[];
  /** The one that comes after it in the list. */
  nextId: string | null;
  officerId: string;
  now: Date;
};

/** The id of one that has none yet. */
const NEW = "";

/** A standing answer to write, beside the phone on which it will stand. What a colleague saves meanwhile is shown, and nothing that was written is lost. */
export function ContentForm({ answer, account, answers, below, nextId, officerId, now }: Props) {
  const t = useTranslations("standingAnswers");
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const timeZone = useZone();
  const writing = useWriting({ answer, account, officerId, now });
  const { written, write, state, faults } = writing;
  const say = useFaultWords();
  const faultAt = (path: string) =>
    say(faults.get(path) ?? (path.endsWith("words") || path.endsWith("excluding") ? within(faults, path) : undefined));
  const name = answer?.name ?? written.name;
  const nextAddress = nextId ? answerAddress(account.slug, nextId) : null;

  const id = answer?.id ?? NEW;
  const rules = useDeferredValue(written.rules);
  const newName = useDeferredValue(answer ? null : written.name.trim());
  const newNumber = useDeferredValue(Number(written.number) || null);
  const all = useMemo(
    () => (newName === null ? answers : [...answers, { id, name: newName, number: newNumber, parentId: null, rules: null }]),
    [answers, id, newName, newNumber],
  );
  const categories = useMemo(() => categoriesOf(all, { id, rules }), [all, id, rules]);
  const [findings, setFindings] = useState<readonly Finding[]>([]);
  // Not while the page is rendered: with a thousand rules it takes a moment, and the desk answers residents meanwhile.
  useEffect(() => setFindings(findingsAbout(categories, id)), [categories, id]);
  const names = new Map(all.map((one) => [one.id, one.name]));

  const back = () => router.push(listAddress(account.slug, answer?.id ?? ""));
  /** Out of a field: at once where nothing would be left behind, else the field first. */
  function leave(event: KeyboardEvent<HTMLFormElement>) {
    if (event.key !== "Escape" || event.nativeEvent.isComposing || !(event.target instanceof HTMLElement)) return;
    event.preventDefault();
    if (state.isUntouched) back();
    else event.target.blur();
  }

  useEffect(() => form.current?.querySelector<HTMLElement>("[data-first]")?.focus(), []);
  useShortcuts((command) => {
    if (command === "send") void writing.publish();
    if (command === "sendAndNext") void writing.publish(nextAddress);
    if (command === "stampNow") writing.stamp();
    // What is not saved waits in this tab.
    if (command === "back") back();
  });

  const asked = String((answer ? answer.number : written.number) || name || "…");
  const { asOf } = inputOf(written, { accountId: account.id }, timeZone);
  const body = bodyOf(written);
  // What is not published yet is shown as it would be given if it were published now.
  const publishedAt = (state.isUnchanged && state.isPublished ? answer?.published?.publishedAt : null) ?? now;
  const served = servedOf({ body, asOf: asOf as Date | null, publishedAt }, answer?.feed ?? null);
  const isFed = served.body !== body;
  const told = { name: name.trim(), source: written.source.trim(), ...served, isStale: isStale(served, now) };
  const notes = [
    ...(isFed ? [t("notes.fed")] : []),
    ...(isStopped(served, now) ? [t("notes.stopped")] : []),
    ...(served.body.kind === "picture" ? [t("notes.picture")] : []),
    ...(served.body.kind === "menu" && below.length === 0 ? [t("notes.emptyMenu")] : []),
  ];
  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void writing.save();
      }}
      onKeyDown={leave}
      className="flex flex-col gap-6 lg:grid lg:grid-cols-[minmax(0,1fr)_21rem] lg:items-start"
    >
      <div className="flex min-w-0 flex-col gap-6">
        {state.isNewer && !state.isUnchanged && answer ? <Theirs newest={answer.versions[0]} written={written} now={now} /> : null}
        <SettingsSection title={t("content")} hint={isFed ? t("fedHint") : null}>
          {answer ? null : <NameFields written={written} faultAt={faultAt} onWrite={write} />}
          <BodyFields written={written} faultAt={faultAt} onWrite={write} />
        </SettingsSection>
        <SettingsSection title={t("sourceAndTime")}>
          <TimeFields written={written} isStampOld={state.isStampOld} faultAt={faultAt} onWrite={write} onStamp={writing.stamp} />
        </SettingsSection>
        <SettingsSection title={t("rules")} hint={t("rulesHint")}>
          <RuleList rules={written.rules} faultAt={(path) => faultAt(`rules.${path}`)} onChange={(changed) => write({ rules: changed })} />
          <div className="mt-4 flex flex-col gap-4">
            <Findings id={id} account={account.slug} findings={findings} names={names} />
            <Tester categories={categories} />
          </div>
        </SettingsSection>
      </div>
      <div className="contents lg:sticky lg:top-4 lg:flex lg:flex-col lg:gap-4">
        <PublishBar writing={writing} answer={answer} isFed={isFed} nextAddress={nextAddress} />
        <Phone account={account.name} asked={asked} reply={replyOf(told, below, { at: now, timeZone })} notes={notes} />
      </div>
    </form>
  );
}

/** The fault of the first word that has one. */
function within(faults: ReadonlyMap<string, string>, path: string): string | undefined {
  return [...faults].find(([at]) => at.startsWith(`${path}.`))?.[1];
}
