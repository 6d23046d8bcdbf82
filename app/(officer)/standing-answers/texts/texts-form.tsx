"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useAct } from "@/app/(officer)/roster/use-act";
import { DifferenceShown } from "@/app/(officer)/settings/quick-replies/difference-shown";
import { saveTextsAction } from "@/app/(officer)/standing-answers/actions";
import { Phone } from "@/app/(officer)/standing-answers/phone";
import { useDateWords } from "@/app/(officer)/use-date-words";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { FormAlert } from "@/components/ui/form-alert";
import { TEXT_BOX } from "@/components/ui/text-input";
import { menuOf, type Offered, type SelfReply, type StandingTexts, welcomeOf } from "@/lib/standing-answers/words";

type Props = {
  account: { id: string; name: string };
  kept: { texts: StandingTexts; saved: { at: Date; by: string } | null };
  offered: readonly Offered[];
  isEditor: boolean;
  now: Date;
};

const PARTS = ["welcomeText", "menuLead", "personText"] as const;
type Part = (typeof PARTS)[number];

/** The three texts, beside the phone that shows the one that is being written. */
export function TextsForm({ account, kept, offered, isEditor, now }: Props) {
  const t = useTranslations("standingAnswers.texts");
  const { moment } = useDateWords(now);
  const { busy, wrong, act } = useAct();
  const [seen, setSeen] = useState(kept);
  const [texts, setTexts] = useState(kept.texts);
  const [part, setPart] = useState<Part>("welcomeText");
  const isUnchanged = PARTS.every((one) => texts[one].trim() === seen.texts[one]);
  const isNewer = kept.saved?.at.getTime() !== seen.saved?.at.getTime();
  const differing = isNewer ? PARTS.filter((one) => texts[one].trim() !== kept.texts[one]) : [];
  // Saved here, or by a colleague before anything was written: simply taken over.
  if (isNewer && (isUnchanged || differing.length === 0)) {
    setSeen(kept);
    setTexts(kept.texts);
  }
  const isEmpty = PARTS.some((one) => texts[one].trim() === "");

  function save(event: FormEvent) {
    event.preventDefault();
    const { welcomeText, menuLead, personText } = texts;
    const input = { accountId: account.id, welcomeText, menuLead, personText, seenAt: kept.saved?.at ?? null };
    if (!isUnchanged && !isEmpty) void act(() => saveTextsAction(input), t("saved"));
  }

  return (
    <form onSubmit={save} className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_21rem]">
      <fieldset disabled={!isEditor} className="flex min-w-0 flex-col gap-4">
        <legend className="sr-only">{account.name}</legend>
        {PARTS.map((one) => (
          <Field key={one} label={t(one)} hint={t(`hints.${one}`)}>
            {(wiring) => (
              <textarea
                {...wiring}
                rows={3}
                required
                value={texts[one]}
                onFocus={() => setPart(one)}
                onChange={({ target }) => setTexts({ ...texts, [one]: target.value })}
                className={`w-full py-2 leading-relaxed ${TEXT_BOX}`}
              />
            )}
          </Field>
        ))}
        <p className="text-ink-3 text-sm" suppressHydrationWarning>
          {kept.saved ? t("savedBy", { name: kept.saved.by, at: moment(kept.saved.at) }) : t("first")}
        </p>
        {isEditor ? (
          <div>
            <FormAlert>{wrong}</FormAlert>
            {differing.map((one) => (
              <section key={one} aria-label={t("theirs", { text: t(one) })} className="mb-3 rounded-lg border border-soon-mark px-3 py-2">
                <p className="mb-1 text-ink-2 text-sm">{t("theirs", { text: t(one) })}</p>
                <DifferenceShown before={kept.texts[one]} after={texts[one].trim()} />
              </section>
            ))}
            <Button type="submit" tone="primary" busy={busy || isUnchanged || isEmpty}>
              {busy ? t("saving") : differing.length > 0 ? t("saveOnTop") : t("save")}
            </Button>
          </div>
        ) : null}
      </fieldset>
      <Phone
        account={account.name}
        asked={t(`asked.${part}`)}
        reply={replyFor(part, texts, offered) ?? { kind: "text", text: t("nothing") }}
      />
    </form>
  );
}

function replyFor(part: Part, texts: StandingTexts, offered: readonly Offered[]): SelfReply | null {
  if (part === "personText") return { kind: "text", text: texts.personText };
  return part === "menuLead" ? menuOf(texts, offered) : welcomeOf(texts, offered);
}
