import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/field";
import { TEXT_BOX } from "@/components/ui/text-input";
import type { StandingSettings } from "@/lib/standing-answers/queries";
import { type Part, placeholdersOf } from "./said";

type Props = {
  part: Part;
  settings: StandingSettings;
  /** Why it is not taken, as a sentence. */
  fault: string | null;
  onChange: (changed: Partial<StandingSettings>) => void;
  onFocus: (part: Part) => void;
};

/** One of the texts, with what it may name. */
export function TextField({ part, settings, fault, onChange, onFocus }: Props) {
  const t = useTranslations("standingAnswers.texts");
  const names = placeholdersOf(part).map((name) => `{${name}} ${t(`placeholders.${name}`)}`);
  const hint = names.length === 0 ? t(`hints.${part}`) : t("hintWithNames", { hint: t(`hints.${part}`), names: names.join(t("between")) });
  return (
    <Field label={t(part)} hint={hint} error={fault}>
      {(wiring) => (
        <textarea
          {...wiring}
          rows={3}
          required
          value={settings[part]}
          onFocus={() => onFocus(part)}
          onChange={({ target }) => onChange({ [part]: target.value })}
          className={`w-full py-2 leading-relaxed ${TEXT_BOX}`}
        />
      )}
    </Field>
  );
}
