"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/text-input";
import { dangerWordIn } from "@/lib/questions/rules";

/** Tries a text against the words as they stand in the form: which one, if any, would lift it above every clock. */
export function DangerTester({ words }: { words: readonly string[] }) {
  const t = useTranslations("dangerWords");
  const [text, setText] = useState("");
  const found = dangerWordIn(text, words);
  return (
    <div>
      <Field label={t("tester")} hint={t("testerHint")}>
        {(wiring) => (
          <TextInput {...wiring} value={text} placeholder={t("testerExample")} onChange={(event) => setText(event.target.value)} />
        )}
      </Field>
      <p role="status" className="mt-1 min-h-6">
        {text.trim() === "" ? null : found === null ? (
          <span className="text-ink-2">{t("calm")}</span>
        ) : (
          <span className="font-semibold text-danger">▲ {t("urgent", { word: found })}</span>
        )}
      </p>
    </div>
  );
}
