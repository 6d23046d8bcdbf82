"use client";

import { useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/text-input";
import { compile, explain } from "@/lib/standing-answers/match";
import type { Category } from "@/lib/standing-answers/rules";
import { ExplanationShown } from "./explanation-shown";

/** Tries a message against the rules: which one answers it and why, and what else would have or nearly did. */
export function Tester({ categories }: { categories: readonly Category[] }) {
  const t = useTranslations("standingAnswers");
  const [text, setText] = useState("");
  const isEmpty = text.trim() === "";
  // Made only for who tries something.
  const matcher = useMemo(() => (isEmpty ? null : compile(categories)), [categories, isEmpty]);
  return (
    <div className="flex flex-col gap-2">
      <Field label={t("tester.label")} hint={t("tester.hint")}>
        {(wiring) => (
          <TextInput
            {...wiring}
            value={text}
            placeholder={t("tester.example")}
            onChange={({ target }) => setText(target.value)}
            // Inside a form it must not save anything.
            onKeyDown={(event) => event.key === "Enter" && !event.ctrlKey && !event.metaKey && event.preventDefault()}
          />
        )}
      </Field>
      <div role="status" className="min-h-6">
        {matcher ? <ExplanationShown explanation={explain(matcher, text)} categories={categories} /> : null}
      </div>
    </div>
  );
}
