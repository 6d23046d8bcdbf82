"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useAct } from "@/app/(officer)/roster/use-act";
import { DifferenceShown } from "@/app/(officer)/settings/quick-replies/difference-shown";
import { saveTextsAction } from "@/app/(officer)/standing-answers/actions";
import { Phone } from "@/app/(officer)/standing-answers/phone";
import { useFaultWords } from "@/app/(officer)/standing-answers/use-fault-words";
import { useDateWords } from "@/app/(officer)/use-date-words";
import { Button } from "@/components/ui/button";
import { FormAlert } from "@/components/ui/form-alert";
import { standingSettingsInput } from "@/lib/standing-answers/inputs";
import type { StandingSettings } from "@/lib/standing-answers/queries";
import type { Moments } from "@/lib/standing-answers/waiting";
import type { Offered } from "@/lib/standing-answers/words";
import { AcknowledgementFields } from "./acknowledgement-fields";
import { GREETINGS, type Part, replyFor } from "./said";
import { TextField } from "./text-field";

type Props = {
  account: { id: string; name: string };
  kept: { settings: StandingSettings; saved: { at: Date; by: string } | null };
  offered: readonly Offered[];
  moments: Moments;
  isEditor: boolean;
  now: Date;
};

const SETTINGS = [
  ...["welcomeText", "menuLead", "personText", "outsideOn", "outsideText", "queueOn", "queueFrom", "queueText"],
  ...["firstOn", "firstDays", "firstText", "hotline"],
] as (keyof StandingSettings)[];

/** What the account says around its answers and to what comes in, beside the phone that shows the text that is being written. */
export function TextsForm({ account, kept, offered, moments, isEditor, now }: Props) {
  const t = useTranslations("standingAnswers.texts");
  const faultWords = useFaultWords();
  const { moment } = useDateWords(now);
  const { busy, wrong, act } = useAct();
  const [seen, setSeen] = useState(kept);
  const [settings, setSettings] = useState(kept.settings);
  const [part, setPart] = useState<Part>("welcomeText");
  const said = (of: StandingSettings, one: keyof StandingSettings) => String(of[one]).trim();
  const isUnchanged = SETTINGS.every((one) => said(settings, one) === said(seen.settings, one));
  const isNewer = kept.saved?.at.getTime() !== seen.saved?.at.getTime();
  const differing = isNewer ? SETTINGS.filter((one) => said(settings, one) !== said(kept.settings, one)) : [];
  // Saved here, or by a colleague before anything was written: simply taken over.
  if (isNewer && (isUnchanged || differing.length === 0)) {
    setSeen(kept);
    setSettings(kept.settings);
  }
  const input = { accountId: account.id, ...settings, seenAt: kept.saved?.at ?? null };
  const faults = new Map(standingSettingsInput.safeParse(input).error?.issues.map(({ path, message }) => [path.join("."), message]));
  const change = (changed: Partial<StandingSettings>) => setSettings((before) => ({ ...before, ...changed }));
  const faultOf = (one: keyof StandingSettings) => faultWords(faults.get(one));
  const inWords = (value: string) => (value === "true" ? t("on") : value === "false" ? t("off") : value);

  function save(event: FormEvent) {
    event.preventDefault();
    if (!isUnchanged && faults.size === 0) void act(() => saveTextsAction(input), t("saved"));
  }

  return (
    <form onSubmit={save} className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_21rem]">
      <fieldset disabled={!isEditor} className="flex min-w-0 flex-col gap-4">
        <legend className="sr-only">{account.name}</legend>
        {GREETINGS.map((one) => (
          <TextField key={one} part={one} settings={settings} fault={faultOf(one)} onChange={change} onFocus={setPart} />
        ))}
        <AcknowledgementFields
          settings={settings}
          moments={moments}
          isEditor={isEditor}
          faultOf={faultOf}
          onChange={change}
          onFocus={setPart}
        />
        <p className="text-ink-3 text-sm" suppressHydrationWarning>
          {kept.saved ? t("savedBy", { name: kept.saved.by, at: moment(kept.saved.at) }) : t("first")}
        </p>
        {isEditor ? (
          <div>
            <FormAlert>{wrong}</FormAlert>
            {differing.map((one) => (
              <section key={one} aria-label={t("theirs", { text: t(one) })} className="mb-3 rounded-lg border border-soon-mark px-3 py-2">
                <p className="mb-1 text-ink-2 text-sm">{t("theirs", { text: t(one) })}</p>
                <DifferenceShown before={inWords(said(kept.settings, one))} after={inWords(said(settings, one))} />
              </section>
            ))}
            <Button type="submit" tone="primary" busy={busy || isUnchanged || faults.size > 0}>
              {busy ? t("saving") : differing.length > 0 ? t("saveOnTop") : t("save")}
            </Button>
          </div>
        ) : null}
      </fieldset>
      <div className="lg:sticky lg:top-4">
        <Phone
          account={account.name}
          asked={t(`asked.${part}`)}
          reply={
            replyFor(part, settings, offered, moments) ?? { kind: "text", text: t(part === "outsideText" ? "neverOutside" : "nothing") }
          }
        />
      </div>
    </form>
  );
}
