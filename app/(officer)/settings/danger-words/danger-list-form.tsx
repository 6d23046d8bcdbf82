"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { FormAlert } from "@/components/ui/form-alert";
import { TEXT_BOX } from "@/components/ui/text-input";
import { toast } from "@/components/ui/toast";
import type { DangerList } from "@/lib/accounts/queries";
import { dangerWordsFault, dangerWordsOf, emergencyTextFault, MAX_DANGER_WORD_LENGTH, MAX_DANGER_WORDS } from "@/lib/accounts/rules";
import { saveDangerListAction } from "./actions";
import { DangerTester } from "./danger-tester";

const AREA = `w-full py-2 leading-relaxed ${TEXT_BOX}`;

/** An account's danger list to change. What a colleague saves meanwhile is shown, and nothing that was written is lost. */
export function DangerListForm({ list }: { list: DangerList }) {
  const t = useTranslations("dangerWords");
  const refusals = useTranslations("refusals");
  const common = useTranslations("common");
  const router = useRouter();
  const [typed, setTyped] = useState(list.dangerWords.join("\n"));
  const [emergencyText, setEmergencyText] = useState(list.emergencyText);
  const [wrong, setWrong] = useState("");
  const [saving, setSaving] = useState(false);
  const words = dangerWordsOf(typed);
  const wordsFault = dangerWordsFault(words);
  const textFault = emergencyTextFault(emergencyText);
  const isUnchanged = words.join("\n") === list.dangerWords.join("\n") && emergencyText.trim() === list.emergencyText;

  async function save(event: FormEvent) {
    event.preventDefault();
    if (saving || isUnchanged || wordsFault || textFault) return;
    setSaving(true);
    const seen = { words: list.dangerWords, emergencyText: list.emergencyText };
    const result = await saveDangerListAction({ accountId: list.id, words, emergencyText, seen }).catch(() => null);
    setSaving(false);
    setWrong(result === null ? common("unreachable") : result.ok ? "" : refusals(result.refusal, result.facts));
    if (result?.ok) toast(t("saved", { count: words.length }));
    if (result?.ok || result?.refusal === "dangerListChanged") router.refresh();
  }

  function takeTheirs() {
    setTyped(list.dangerWords.join("\n"));
    setEmergencyText(list.emergencyText);
    setWrong("");
  }

  return (
    <form onSubmit={save} className="grid gap-x-6 gap-y-4 lg:grid-cols-[16rem_minmax(0,1fr)]">
      <Field
        label={t("words")}
        hint={t("wordsHint", { count: words.length, most: MAX_DANGER_WORDS, length: MAX_DANGER_WORD_LENGTH })}
        error={wordsFault && t(`wordsFaults.${wordsFault.kind}`, { ...NO_FACTS, ...wordsFault })}
      >
        {(wiring) => <textarea {...wiring} rows={14} value={typed} onChange={(event) => setTyped(event.target.value)} className={AREA} />}
      </Field>
      <div className="flex flex-col gap-4">
        <Field label={t("emergencyText")} hint={t("emergencyHint")} error={textFault && t(`textFaults.${textFault}`)}>
          {(wiring) => (
            <textarea
              {...wiring}
              rows={5}
              value={emergencyText}
              onChange={(event) => setEmergencyText(event.target.value)}
              className={AREA}
            />
          )}
        </Field>
        <DangerTester words={words} />
      </div>
      <div className="lg:col-span-2">
        <FormAlert>{wrong}</FormAlert>
        {wrong && !isUnchanged ? <Theirs list={list} mine={words} /> : null}
        <div className="flex flex-wrap gap-3">
          <Button type="submit" tone="primary" busy={saving} disabled={isUnchanged || wordsFault !== null || textFault !== null}>
            {saving ? t("saving") : t("save")}
          </Button>
          {isUnchanged ? null : <Button onClick={takeTheirs}>{t("discard")}</Button>}
        </div>
      </div>
    </form>
  );
}

/** How the saved list differs from what is written here. */
function Theirs({ list, mine }: { list: DangerList; mine: readonly string[] }) {
  const t = useTranslations("dangerWords");
  const onlyTheirs = list.dangerWords.filter((word) => !mine.includes(word));
  const onlyMine = mine.filter((word) => !list.dangerWords.includes(word));
  return (
    <dl className="mb-4 grid grid-cols-[auto_1fr] gap-x-3 gap-y-1 text-sm">
      <dt className="text-ink-3">{t("onlySaved")}</dt>
      <dd>{onlyTheirs.join(t("and")) || t("nothing")}</dd>
      <dt className="text-ink-3">{t("onlyHere")}</dt>
      <dd>{onlyMine.join(t("and")) || t("nothing")}</dd>
    </dl>
  );
}

const NO_FACTS = { word: "", count: 0, most: MAX_DANGER_WORDS, length: MAX_DANGER_WORD_LENGTH };
