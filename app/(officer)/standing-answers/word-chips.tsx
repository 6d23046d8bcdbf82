"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useRef, useState } from "react";
import { Field } from "@/components/ui/field";
import { TEXT_BOX } from "@/components/ui/text-input";

type Props = { label: string; hint?: string; error?: string | null; words: readonly string[]; onChange(words: string[]): void };

const BETWEEN = /[,，、;；\n\t]+/;
/** What an input method sends while it handles a key itself. */
const HANDLED_BY_INPUT_METHOD = 229;

/** Words of a rule, each to be taken away; typed or pasted ones are taken at Enter, at a comma or when the field is left. */
export function WordChips({ label, hint, error, words, onChange }: Props) {
  const t = useTranslations("standingAnswers");
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState("");

  function take(text: string) {
    const fresh = text.split(BETWEEN).map((word) => word.trim());
    const added = fresh.filter((word, place) => word !== "" && !words.includes(word) && fresh.indexOf(word) === place);
    if (added.length > 0) onChange([...words, ...added]);
    setTyped("");
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing || event.keyCode === HANDLED_BY_INPUT_METHOD) return;
    // With Ctrl it goes on to whoever publishes, who is to find the word taken.
    if (event.key === "Enter") take(typed);
    if (event.key === "Enter" && !event.ctrlKey && !event.metaKey) event.preventDefault();
    if (event.key === "Backspace" && typed === "" && words.length > 0) onChange(words.slice(0, -1));
  }

  return (
    <Field label={label} hint={hint} error={error}>
      {(wiring) => (
        <div className={`flex min-h-9 flex-wrap items-center gap-1.5 py-1 ${TEXT_BOX} focus-within:border-sel-bar`}>
          {words.map((word) => (
            <span key={word} className="inline-flex items-center rounded-md bg-line-2 pl-2 text-sm">
              <span className="wrap-anywhere">{word}</span>
              <button
                type="button"
                aria-label={t("removeWord", { word })}
                onClick={() => {
                  onChange(words.filter((other) => other !== word));
                  field.current?.focus();
                }}
                className="grid size-7 place-items-center rounded-md text-ink-3 hover:text-ink"
              >
                <X size={14} aria-hidden />
              </button>
            </span>
          ))}
          <input
            ref={field}
            {...wiring}
            value={typed}
            onChange={({ target: { value }, nativeEvent }) =>
              BETWEEN.test(value) && !(nativeEvent instanceof InputEvent && nativeEvent.isComposing) ? take(value) : setTyped(value)
            }
            onKeyDown={onKeyDown}
            onBlur={() => take(typed)}
            className="h-7 min-w-24 flex-1 bg-transparent outline-none"
          />
        </div>
      )}
    </Field>
  );
}
