"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/field";
import { TEXT_BOX, TextInput } from "@/components/ui/text-input";
import { MAX_NAME_LENGTH, MAX_NUMBER } from "@/lib/standing-answers/rules";
import type { Written } from "./written";

type Props = { written: Written; faultAt(path: string): string | null; onWrite(change: Partial<Written>): void };

/** By what residents find a new one. */
export function NameFields({ written, faultAt, onWrite }: Props) {
  const t = useTranslations("standingAnswers");
  return (
    <div className="mb-3 flex flex-wrap gap-x-6 gap-y-3">
      <div className="flex-[0_1_20rem]">
        <Field label={t("name")} hint={t("nameHint", { most: MAX_NAME_LENGTH })} error={faultAt("answer.name")}>
          {(wiring) => <TextInput {...wiring} data-first value={written.name} onChange={({ target }) => onWrite({ name: target.value })} />}
        </Field>
      </div>
      <div className="flex-[0_1_20rem]">
        <Field label={t("number")} hint={t("numberHint", { most: MAX_NUMBER })} error={faultAt("answer.number")}>
          {(wiring) => (
            <input
              {...wiring}
              type="number"
              min={1}
              max={MAX_NUMBER}
              value={written.number}
              onChange={({ target }) => onWrite({ number: target.value })}
              className={`h-9 w-24 tabular-nums ${TEXT_BOX}`}
            />
          )}
        </Field>
      </div>
    </div>
  );
}
