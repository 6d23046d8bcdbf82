"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/text-input";
import { useTypedOver } from "./use-typed-over";

type Props = { value: string; onChange: (code: string) => void; hasApp: boolean; isRefused: boolean; autoFocus?: boolean };

/** A code of an authenticator app, or one for recovery; for recovery alone where there is no app. */
export function CodeField({ value, onChange, hasApp, isRefused, autoFocus = false }: Props) {
  const t = useTranslations("identity");
  const input = useTypedOver(isRefused);
  return (
    <Field label={hasApp ? t("code") : t("recoveryCode")} hint={hasApp ? t("codeHint") : t("recoveryCodeHint")}>
      {(wiring) => (
        <TextInput
          {...wiring}
          ref={input}
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
