"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Switch } from "@/app/(officer)/settings/switch";
import { useDateWords } from "@/app/(officer)/use-date-words";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { FormAlert } from "@/components/ui/form-alert";
import { Segmented } from "@/components/ui/segmented";
import { TEXT_BOX } from "@/components/ui/text-input";
import { toast } from "@/components/ui/toast";
import type { SatisfactionSettings } from "@/lib/ratings/queries";
import { MAX_DELAY_MINUTES, MEANS, textFault } from "@/lib/ratings/rules";
import { saveSatisfactionAction } from "./actions";
import { PhonePreview } from "./phone-preview";

const AREA = `w-full py-2 leading-relaxed ${TEXT_BOX}`;
const TEXTS = ["askText", "thanksText", "notSolvedText"] as const;

/** An account's way to ask, with the phone on which it will stand. Who saves it approves its words. */
export function SatisfactionForm({ settings, isEditor }: { settings: SatisfactionSettings; isEditor: boolean }) {
  const t = useTranslations("satisfaction");
  const refusals = useTranslations("refusals");
  const common = useTranslations("common");
  const router = useRouter();
  const [asked, setAsked] = useState(settings);
  const [delay, setDelay] = useState(String(settings.delayMinutes));
  const [wrong, setWrong] = useState("");
  const [saving, setSaving] = useState(false);
  const minutes = /^\d{1,4}$/.test(delay.trim()) ? Number(delay) : null;
  const isDelayWrong = minutes === null || minutes > MAX_DELAY_MINUTES;
  const isWrong = isDelayWrong || TEXTS.some((name) => textFault(asked[name]) !== null);
  const change = (part: Partial<SatisfactionSettings>) => setAsked((before) => ({ ...before, ...part }));

  async function save(event: FormEvent) {
    event.preventDefault();
    if (saving || isWrong || minutes === null) return;
    setSaving(true);
    const { accountId, isOn, means, askText, thanksText, notSolvedText, approved } = asked;
    const input = { accountId, isOn, means, askText, thanksText, notSolvedText, delayMinutes: minutes, seenAt: approved?.at ?? null };
    const result = await saveSatisfactionAction(input).catch(() => null);
    setSaving(false);
    setWrong(result === null ? common("unreachable") : result.ok ? "" : refusals(result.refusal, result.facts));
    if (result?.ok) toast(t(isOn ? "savedOn" : "savedOff"));
    if (result?.ok || result?.refusal === "satisfactionChanged") router.refresh();
  }

  return (
    <form onSubmit={save} className="grid gap-x-8 gap-y-4 lg:grid-cols-[minmax(0,1fr)_17rem]">
      <fieldset disabled={!isEditor} className="flex min-w-0 flex-col gap-4">
        <legend className="sr-only">{settings.name}</legend>
        <Switch label={t("isOn")} hint={t("isOnHint")} checked={asked.isOn} disabled={!isEditor} onChange={(isOn) => change({ isOn })} />
        <div className="flex flex-col gap-1">
          <span className="text-ink-2 text-sm" aria-hidden>
            {t("means")}
          </span>
          <Segmented
            label={t("means")}
            segments={MEANS.map((value) => ({ value, label: t(`meansOf.${value}`) }))}
            value={asked.means}
            onChange={(means) => change({ means })}
          />
          <p className="max-w-[40em] text-ink-3 text-sm">{t(`meansHint.${asked.means}`)}</p>
        </div>
        <Field label={t("delay")} hint={t("delayHint")} error={isDelayWrong && t("delayFault", { most: MAX_DELAY_MINUTES })}>
          {(wiring) => (
            <input
              {...wiring}
              inputMode="numeric"
              value={delay}
              onChange={(event) => setDelay(event.target.value)}
              className={`h-9 w-24 ${TEXT_BOX}`}
            />
          )}
        </Field>
        {TEXTS.map((name) => {
          const fault = textFault(asked[name]);
          return (
            <Field key={name} label={t(`texts.${name}`)} hint={t(`textHints.${name}`)} error={fault && t(`textFaults.${fault}`)}>
              {(wiring) => (
                <textarea
                  {...wiring}
                  rows={3}
                  value={asked[name]}
                  onChange={(event) => change({ [name]: event.target.value })}
                  className={AREA}
                />
              )}
            </Field>
          );
        })}
        <Approval approved={settings.approved} />
        {isEditor ? (
          <div>
            <FormAlert>{wrong}</FormAlert>
            <Button type="submit" tone="primary" busy={saving} disabled={isWrong}>
              {saving ? t("saving") : t("save")}
            </Button>
          </div>
        ) : null}
      </fieldset>
      <PhonePreview {...asked} />
    </form>
  );
}

function Approval({ approved }: { approved: SatisfactionSettings["approved"] }) {
  const t = useTranslations("satisfaction");
  const { moment } = useDateWords(approved?.at ?? new Date(0));
  return (
    <p className="text-ink-3 text-sm" suppressHydrationWarning>
      {approved ? t("approved", { name: approved.by, at: moment(approved.at) }) : t("notApproved")}
    </p>
  );
}
