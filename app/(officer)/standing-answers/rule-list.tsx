"use client";

import { Plus, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { newId } from "@/app/(officer)/inbox/new-id";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Segmented } from "@/components/ui/segmented";
import { TEXT_BOX } from "@/components/ui/text-input";
import { type KeywordRule, MAX_PRIORITY, RULE_KINDS, USUAL_PRIORITY } from "@/lib/standing-answers/rules";
import { WordChips } from "./word-chips";

type Props = {
  rules: readonly KeywordRule[];
  /** Why a part of a rule is not taken, by its path within the rules (0.words), as a sentence. */
  faultAt(path: string): string | null;
  onChange(rules: KeywordRule[]): void;
};

/** The keyword rules of one answer: how, by which words, except with which, and how strongly. */
export function RuleList({ rules, faultAt, onChange }: Props) {
  const t = useTranslations("standingAnswers");
  const change = (place: number, part: Partial<KeywordRule>) =>
    onChange(rules.map((rule, at) => (at === place ? { ...rule, ...part } : rule)));
  const list = useRef<HTMLDivElement>(null);
  const [added, setAdded] = useState("");
  function add() {
    const id = newId();
    onChange([...rules, { id, kind: "exact", words: [], excluding: [], priority: USUAL_PRIORITY }]);
    setAdded(id);
  }
  function remove(gone: string) {
    onChange(rules.filter(({ id }) => id !== gone));
    list.current?.querySelector<HTMLElement>("[data-add]")?.focus();
  }
  // Who adds a rule goes on to its words, which stand before the button.
  useEffect(() => {
    if (added) list.current?.querySelector<HTMLElement>("li:last-child input:not([type=radio])")?.focus();
  }, [added]);
  return (
    <div ref={list} className="flex flex-col gap-3">
      <ul className="flex flex-col gap-3">
        {rules.map((rule, place) => (
          <li key={rule.id} className="flex flex-col gap-3 rounded-lg border border-line p-3">
            <div className="flex items-start gap-2">
              <Segmented
                label={t("ruleKind", { place: place + 1 })}
                segments={RULE_KINDS.map((value) => ({ value, label: t(`ruleKinds.${value}`) }))}
                value={rule.kind}
                onChange={(kind) => change(place, { kind })}
              />
              <button
                type="button"
                aria-label={t("removeRule", { place: place + 1 })}
                onClick={() => remove(rule.id)}
                className="ml-auto grid size-8 shrink-0 place-items-center rounded-md text-ink-3 hover:bg-line-2 hover:text-ink"
              >
                <Trash2 size={16} aria-hidden />
              </button>
            </div>
            <WordChips
              label={t("words")}
              hint={t(`ruleHints.${rule.kind}`)}
              error={faultAt(`${place}.words`) ?? faultAt(`${place}`)}
              words={rule.words}
              onChange={(words) => change(place, { words })}
            />
            <div className="grid gap-3 md:grid-cols-[minmax(0,1fr)_8rem]">
              <WordChips
                label={t("excluding")}
                error={faultAt(`${place}.excluding`)}
                words={rule.excluding}
                onChange={(excluding) => change(place, { excluding })}
              />
              <Field label={t("priority")} error={faultAt(`${place}.priority`)}>
                {(wiring) => (
                  <input
                    {...wiring}
                    type="number"
                    min={1}
                    max={MAX_PRIORITY}
                    value={rule.priority || ""}
                    onChange={({ target }) => change(place, { priority: Number(target.value) })}
                    className={`h-9 w-full tabular-nums ${TEXT_BOX}`}
                  />
                )}
              </Field>
            </div>
          </li>
        ))}
      </ul>
      <div>
        <Button size="small" data-add onClick={add}>
          <Plus size={16} aria-hidden />
          {t("addRule")}
        </Button>
      </div>
    </div>
  );
}
