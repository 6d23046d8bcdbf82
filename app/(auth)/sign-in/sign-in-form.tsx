"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { FormAlert } from "@/components/ui/form-alert";
import { PasswordInput } from "@/components/ui/password-input";
import { TextInput } from "@/components/ui/text-input";
import { type SignInResult, signInHere } from "@/lib/web/browser-session";

type Refused = Extract<SignInResult, { ok: false }>;
type Missing = "login" | "password";

/** Login and password; on success to `next`, a path of our own. */
export function SignInForm({ next }: { next: string }) {
  const t = useTranslations("signIn");
  const form = useRef<HTMLFormElement>(null);
  const [missing, setMissing] = useState<Missing | null>(null);
  const [refused, setRefused] = useState<Refused | null>(null);
  const [busy, setBusy] = useState(false);

  async function attempt(fields: FormData) {
    const [login, password] = [String(fields.get("login")).trim(), String(fields.get("password"))];
    setRefused(null);
    const absent = login === "" ? "login" : password === "" ? "password" : null;
    setMissing(absent);
    if (absent) return focus(absent);

    setBusy(true);
    const result = await signInHere({ login, password });
    // A whole new page: nothing of who was here before stays in the browser's memory.
    if (result.ok) return location.assign(next);
    setBusy(false);
    setRefused(result);
    focus("password");
  }

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    attempt(new FormData(event.currentTarget));
  }

  function focus(field: Missing) {
    const input = form.current?.elements.namedItem(field);
    if (!(input instanceof HTMLInputElement)) return;
    input.focus();
    input.select();
  }

  return (
    // What is sent before the page is alive waits for `action`: it neither gets lost nor puts a password into an address.
    <form ref={form} noValidate action={attempt} onSubmit={submit} className="flex flex-col gap-4">
      <Field label={t("login")} error={missing === "login" && t("loginMissing")}>
        {(wiring) => <TextInput {...wiring} name="login" autoComplete="username" autoCapitalize="none" spellCheck={false} autoFocus />}
      </Field>
      <Field label={t("password")} error={missing === "password" && t("passwordMissing")}>
        {(wiring) => (
          <PasswordInput
            {...wiring}
            name="password"
            autoComplete="current-password"
            showLabel={t("showPassword")}
            hideLabel={t("hidePassword")}
          />
        )}
      </Field>
      <div>
        <FormAlert>{refused && t(`refusals.${refused.refusal}`, refused.facts)}</FormAlert>
        <Button type="submit" tone="primary" disabled={busy} className="w-full">
          {busy ? t("submitting") : t("submit")}
        </Button>
      </div>
      <p className="text-ink-3 text-sm">{t("help")}</p>
    </form>
  );
}
