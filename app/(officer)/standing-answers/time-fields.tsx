"use client";

import { useTranslations } from "next-intl";
import { Keys } from "@/app/(officer)/inbox/keyboard/keys-shown";
import { usePreferences } from "@/app/(officer)/preferences-provider";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/text-input";
import { MAX_SOURCE_LENGTH } from "@/lib/standing-answers/inputs";
import { TIMES, type Written } from "./written";

type Props = {
  written: Written;
  /** Other words would go out under the time of the former ones. */
  isStampOld: boolean;
  faultAt(path: string): string | null;
  onWrite(change: Partial<Written>): void;
  onStamp(): void;
};

/** Who says so, as of when, and until when it holds. */
export function TimeFields({ written, isStampOld, faultAt, onWrite, onStamp }: Props) {
  const t = useTranslations("standingAnswers");
  const { bindings } = usePreferences();
  return (
    <div className="grid gap-x-6 gap-y-3 md:grid-cols-2">
      <div className="md:col-span-2">
        <Field label={t("source")} hint={t("sourceHint", { most: MAX_SOURCE_LENGTH })} error={faultAt("source")}>
          {(wiring) => (
            <TextInput
              {...wiring}
              value={written.source}
              onChange={({ target }) => onWrite({ source: target.value })}
              className="max-w-[20rem]"
            />
          )}
        </Field>
      </div>
      {TIMES.map((time) => (
        <div key={time}>
          <Field label={t(`times.${time}`)} hint={t(`timeHints.${time}`)} error={faultAt(time)}>
            {(wiring) => (
              <span className="flex flex-wrap items-center gap-2">
                <TextInput
                  {...wiring}
                  type="datetime-local"
                  value={written[time]}
                  onChange={({ target }) => onWrite({ [time]: target.value })}
                  className="max-w-[14rem]"
                />
                {time === "asOf" ? (
                  <Button size="small" onClick={onStamp}>
                    {t("stampNow")}
                    <Keys keys={bindings.stampNow} />
                  </Button>
                ) : null}
              </span>
            )}
          </Field>
          {time === "asOf" ? (
            <p role="status" className="text-soon text-sm">
              {isStampOld ? t("stampOld") : ""}
            </p>
          ) : null}
        </div>
      ))}
    </div>
  );
}
