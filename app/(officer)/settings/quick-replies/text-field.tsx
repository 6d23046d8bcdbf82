"use client";

import { useTranslations } from "next-intl";
import { useRef } from "react";
import { useZone } from "@/app/(officer)/account-clocks";
import { insertText } from "@/app/(officer)/inbox/composer/quick-replies/insert-text";
import { Field } from "@/components/ui/field";
import { TEXT_BOX } from "@/components/ui/text-input";
import { filledText, MAX_TEXT_LENGTH, unknownVariables, VARIABLES } from "@/lib/quick-replies/rules";

type Props = { value: string; now: Date; onChange: (text: string) => void };

/** Where a text is written: its variables by a button, and beside it what a resident would read. */
export function TextField({ value, now, onChange }: Props) {
  const t = useTranslations("quickReplySettings");
  const field = useRef<HTMLTextAreaElement>(null);
  const unknown = unknownVariables(value);
  const example = { remark: t("exampleRemark"), number: "20261122-3F7A", now, timeZone: useZone() };
  return (
    <div className="grid gap-x-6 gap-y-3 lg:grid-cols-2">
      <div>
        <Field
          label={t("text")}
          hint={t("textHint", { count: value.length, most: MAX_TEXT_LENGTH })}
          error={unknown.length > 0 ? t("unknownVariables", { variables: unknown.join(" ") }) : null}
        >
          {(wiring) => (
            <textarea
              ref={field}
              {...wiring}
              rows={7}
              required
              maxLength={MAX_TEXT_LENGTH}
              value={value}
              onChange={(event) => onChange(event.target.value)}
              className={`w-full py-2 leading-relaxed ${TEXT_BOX}`}
            />
          )}
        </Field>
        <fieldset className="mt-2 flex flex-wrap items-center gap-1.5">
          <legend className="float-left mr-1 flex min-h-8 items-center text-ink-3 text-sm">{t("variables")}</legend>
          {VARIABLES.map((variable) => (
            <button
              key={variable}
              type="button"
              onClick={() => field.current && insertText(field.current, `{${variable}}`)}
              className="min-h-8 rounded-md border border-line px-2 text-ink-2 text-sm hover:border-info hover:text-info"
            >
              {`{${variable}}`}
            </button>
          ))}
        </fieldset>
      </div>
      <section aria-label={t("preview")}>
        <p className="mb-1 text-ink-2 text-sm">{t("preview")}</p>
        <p
          className="wrap-anywhere min-h-20 whitespace-pre-line rounded-[12px_4px_12px_12px] bg-sel px-3 py-2 text-ink leading-relaxed"
          suppressHydrationWarning
        >
          {value.trim() === "" ? <span className="text-ink-3">{t("previewEmpty")}</span> : filledText(value, example)}
        </p>
      </section>
    </div>
  );
}
