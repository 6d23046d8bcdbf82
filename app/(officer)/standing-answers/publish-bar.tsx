"use client";

import { useTranslations } from "next-intl";
import { Keys } from "@/app/(officer)/inbox/keyboard/keys-shown";
import { usePreferences } from "@/app/(officer)/preferences-provider";
import { Button } from "@/components/ui/button";
import { FormAlert } from "@/components/ui/form-alert";
import type { StandingAnswerInFull } from "@/lib/standing-answers/queries";
import type { useWriting } from "./use-writing";

type Props = { writing: ReturnType<typeof useWriting>; answer: StandingAnswerInFull | null; isFed: boolean; nextAddress: string | null };

/** The ways on: to residents at once, to them and on to the next answer, or kept as a draft. */
export function PublishBar({ writing, answer, isFed, nextAddress }: Props) {
  const t = useTranslations("standingAnswers");
  const { bindings } = usePreferences();
  const { state, wrong, publish, discard } = writing;
  const isNothing = state.isUnchanged && state.isPublished;
  const label = state.isWorking
    ? t("working")
    : state.isWarned
      ? t("publishAnyway")
      : state.isNewer && !state.isUnchanged
        ? t("publishOnTop", { version: (answer?.version ?? 0) + 1 })
        : t("publish");
  return (
    <div className="rounded-xl border border-line bg-panel p-3 max-lg:sticky max-lg:bottom-2 max-lg:z-10 max-lg:border-edge">
      <FormAlert>{wrong}</FormAlert>
      <div className="flex flex-wrap gap-2">
        <Button tone="primary" busy={state.isWorking || isNothing} onClick={() => void publish()}>
          {label}
        </Button>
        <Button type="submit" busy={state.isWorking || state.isUnchanged}>
          {t("saveDraft")}
        </Button>
        {state.isUntouched ? null : <Button onClick={discard}>{t("discard")}</Button>}
      </div>
      <p role="status" className="mt-2 text-ink-3 text-sm">
        {t(lineFor(state, isNothing, isFed))}
      </p>
      <p className="mt-1 flex flex-wrap items-center gap-x-2 gap-y-1 text-ink-3 text-xs max-md:hidden">
        <span className="whitespace-nowrap">
          <Keys keys={bindings.send} /> {t("keys.publish")}
        </span>
        {nextAddress ? (
          <span className="whitespace-nowrap">
            <Keys keys={bindings.sendAndNext} /> {t("keys.publishAndNext")}
          </span>
        ) : null}
      </p>
    </div>
  );
}

/** How it stands with what is written. */
function lineFor({ isUnchanged, isUntouched, isBroughtBack }: Props["writing"]["state"], isNothing: boolean, isFed: boolean) {
  if (isNothing) return isFed ? "nothingNewFed" : "nothingNew";
  if (isUnchanged) return "draftWaits";
  if (isUntouched) return "fillIn";
  return isBroughtBack ? "broughtBack" : "notSaved";
}
