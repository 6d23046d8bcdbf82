"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useDeferredValue, useEffect, useMemo, useRef, useState } from "react";
import { useZone } from "@/app/(officer)/account-clocks";
import { useShortcuts } from "@/app/(officer)/inbox/keyboard/use-shortcuts";
import { SettingsSection } from "@/app/(officer)/settings/settings-page";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/text-input";
import type { StandingAnswerInFull } from "@/lib/standing-answers/queries";
import { MAX_NAME_LENGTH } from "@/lib/standing-answers/rules";
import { type Finding, findingsAbout } from "@/lib/standing-answers/shadows";
import { type Offered, replyOf } from "@/lib/standing-answers/words";
import { answerAddress, listAddress } from "./addresses";
import { BodyFields } from "./body-fields";
import { categoriesOf, type Neighbour } from "./categories";
import { Findings } from "./findings";
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
  now: Date;
};

/** A standing answer to write, beside the phone on which it will stand. What a colleague saves meanwhile is shown, and nothing that was written is lost. */
export function ContentForm({ answer, account, answers, below, nextId, now }: Props) {
  const t = useTranslations("standingAnswers");
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const timeZone = useZone();
  const writing = useWriting({ answer, account, now });
  const { written, write, state, faults } = writing;
  const say = useFaultWords();
  const faultAt = (path: string) =>
    say(faults.get(path) ?? (path.endsWith("words") || path.endsWith("excluding") ? within(faults, path) : undefined));
  const name = answer?.name ?? written.name;
  const nextAddress = nextId ? answerAddress(account.slug, nextId) : null;

  const rules = useDeferredValue(written.rules);
  const categories = useMemo(() => categoriesOf(answers, answer && { id: answer.id, rules }), [answers, answer, rules]);
  const [findings, setFindings] = useState<readonly Finding[]>([]);
  // Not while the page is rendered: with a thousand rules it takes a moment, and the desk answers residents meanwhile.
  useEffect(() => {
    if (answer) setFindings(findingsAbout(categories, answer.id));
  }, [categories, answer]);
  const names = new Map(answers.map((one) => [one.id, one.name]));

  useEffect(() => form.current?.querySelector<HTMLElement>("[data-first]")?.focus(), []);
  useShortcuts((command) => {
    if (command === "send") void writing.publish();
    if (command === "sendAndNext") void writing.publish(nextAddress);
    if (command === "stampNow") writing.stamp();
    if (command === "back" && state.isUntouched) router.push(listAddress(account.slug, answer?.id ?? ""));
  });

  const { asOf } = inputOf(written, { accountId: account.id }, timeZone);
  const told = { name: name.trim(), body: bodyOf(written), source: written.source.trim(), asOf: asOf as Date | null };
  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void writing.save();
      }}
      className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_21rem]"
    >
      <div className="flex min-w-0 flex-col gap-6">
        {state.isNewer && !state.isUnchanged && answer ? <Theirs newest={answer.versions[0]} written={written} now={now} /> : null}
        <SettingsSection title={t("content")}>
          {answer ? null : (
            <div className="mb-3">
              <Field label={t("name")} hint={t("nameHint", { most: MAX_NAME_LENGTH })} error={faultAt("answer.name")}>
                {(wiring) => (
                  <TextInput
                    {...wiring}
                    data-first
                    value={written.name}
                    onChange={({ target }) => write({ name: target.value })}
                    className="max-w-[20rem]"
                  />
                )}
              </Field>
            </div>
          )}
          <BodyFields written={written} faultAt={faultAt} onWrite={write} />
        </SettingsSection>
        <SettingsSection title={t("sourceAndTime")}>
          <TimeFields written={written} isStampOld={state.isStampOld} faultAt={faultAt} onWrite={write} onStamp={writing.stamp} />
        </SettingsSection>
        <SettingsSection title={t("rules")} hint={t("rulesHint")}>
          <RuleList rules={written.rules} faultAt={(path) => faultAt(`rules.${path}`)} onChange={(changed) => write({ rules: changed })} />
          {answer ? (
            <div className="mt-4 flex flex-col gap-4">
              <Findings id={answer.id} account={account.slug} findings={findings} names={names} />
              <Tester categories={categories} />
            </div>
          ) : null}
        </SettingsSection>
      </div>
      <div className="flex flex-col gap-4 lg:sticky lg:top-4">
        <PublishBar writing={writing} answer={answer} nextAddress={nextAddress} />
        <Phone account={account.name} asked={String(answer?.number ?? (name || "…"))} reply={replyOf(told, below, { at: now, timeZone })} />
      </div>
    </form>
  );
}

/** The fault of the first word that has one. */
function within(faults: ReadonlyMap<string, string>, path: string): string | undefined {
  return [...faults].find(([at]) => at.startsWith(`${path}.`))?.[1];
}
