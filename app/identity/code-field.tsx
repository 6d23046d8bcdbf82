import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/text-input";

type Props = { value: string; onChange: (code: string) => void; autoFocus?: boolean };

/** A code of an authenticator app, or one for recovery. */
export function CodeField({ value, onChange, autoFocus = false }: Props) {
  const t = useTranslations("identity");
  return (
    <Field label={t("code")} hint={t("codeHint")}>
      {(wiring) => (
        <TextInput
          {...wiring}
          autoFocus={autoFocus}
          autoComplete="one-time-code"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={40}
          className="max-w-[16rem] font-mono"
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
