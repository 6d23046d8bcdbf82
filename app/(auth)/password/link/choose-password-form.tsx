"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { FormAlert } from "@/components/ui/form-alert";
import { PasswordInput } from "@/components/ui/password-input";
import { MIN_PASSWORD_LENGTH } from "@/lib/officers/rules";
import { choosePasswordAction } from "./actions";

/** A password to choose; then to sign in with it. */
export function ChoosePasswordForm() {
  const t = useTranslations("passwordLink");
  const password = useTranslations("password");
  const refusals = useTranslations("refusals");
  const common = useTranslations("common");
  const [next, setNext] = useState("");
  const [tooShort, setTooShort] = useState(false);
  const [wrong, setWrong] = useState("");
  const [busy, setBusy] = useState(false);

  async function submit(event: FormEvent) {
    event.preventDefault();
    const isShort = next.length < MIN_PASSWORD_LENGTH;
    setTooShort(isShort);
    if (busy || isShort) return;
    setBusy(true);
    const result = await choosePasswordAction({ secret: location.hash.slice(1), next }).catch(() => null);
    // In this page's own place: no way back leads to the link.
    if (result?.ok) return location.replace("/sign-in");
    setBusy(false);
    const refusal = result?.refusal === "invalid" ? "linkEnded" : result?.refusal;
    setWrong(refusal ? refusals(refusal, result?.facts) : common("unreachable"));
  }

  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-4">
      <Field
        label={password("next")}
        hint={password("nextHint", { length: MIN_PASSWORD_LENGTH })}
        error={tooShort && password("nextTooShort", { length: MIN_PASSWORD_LENGTH })}
      >
        {(wiring) => (
          <PasswordInput
            {...wiring}
            autoFocus
            autoComplete="new-password"
            maxLength={200}
            showLabel={password("showPassword")}
            hideLabel={password("hidePassword")}
            value={next}
            onChange={(event) => setNext(event.target.value)}
          />
        )}
      </Field>
      <div>
        <FormAlert>{wrong}</FormAlert>
        <Button type="submit" tone="primary" busy={busy} className="w-full">
          {busy ? t("submitting") : t("submit")}
        </Button>
      </div>
    </form>
  );
}
