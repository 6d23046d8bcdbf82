"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { type FormEvent, useRef, useState, useTransition } from "react";
import { useConfirming } from "@/app/identity/use-confirming";
import { Button, buttonClass } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { FormAlert } from "@/components/ui/form-alert";
import { PasswordInput } from "@/components/ui/password-input";
import { MIN_PASSWORD_LENGTH } from "@/lib/officers/rules";
import { changePasswordAction } from "./actions";

type Wrong = { field: "current" | "next" | "form"; sentence: string };

/** The current and the new password; then to the desk. `leavable`: one may go back without a new one. */
export function PasswordForm({ login, leavable }: { login: string; leavable: boolean }) {
  const t = useTranslations("password");
  const refusals = useTranslations("refusals");
  const common = useTranslations("common");
  const form = useRef<HTMLFormElement>(null);
  const { act, dialog } = useConfirming();
  const [wrong, setWrong] = useState<Wrong | null>(null);
  const [busy, save] = useTransition();

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    attempt(new FormData(event.currentTarget));
  }

  function attempt(fields: FormData) {
    const [current, next] = [String(fields.get("current")), String(fields.get("next"))];
    save(async () => {
      const found = wrongAtSight(current, next) ?? (await change(current, next));
      if (!found) return location.assign("/inbox");
      setWrong(found);
      const input = form.current?.elements.namedItem(found.field);
      if (input instanceof HTMLInputElement) input.focus();
    });
  }

  function wrongAtSight(current: string, next: string): Wrong | null {
    if (current === "") return { field: "current", sentence: t("currentMissing") };
    if (next.length < MIN_PASSWORD_LENGTH) return { field: "next", sentence: t("nextTooShort", { length: MIN_PASSWORD_LENGTH }) };
    return null;
  }

  async function change(current: string, next: string): Promise<Wrong | null> {
    const result = await act(() => changePasswordAction({ current, next }));
    if (result?.ok) return null;
    if (!result) return { field: "form", sentence: common("unreachable") };
    if (result.refusal === "passwordWrong") return { field: "current", sentence: t("refusals.passwordWrong") };
    if (result.refusal === "passwordTooWeak") return { field: "next", sentence: t("refusals.passwordTooWeak") };
    if (result.refusal === "invalid") return { field: "next", sentence: t("refusals.invalid") };
    return { field: "form", sentence: refusals(result.refusal, result.facts) };
  }

  const eye = { showLabel: t("showPassword"), hideLabel: t("hidePassword") };
  return (
    <>
      {/* What is sent before the page is alive waits for `action`: it neither gets lost nor puts a password into an address. */}
      <form ref={form} noValidate action={attempt} onSubmit={submit} className="flex flex-col gap-4">
        <input type="text" name="username" autoComplete="username" value={login} readOnly hidden />
        <Field label={t("current")} error={wrong?.field === "current" && wrong.sentence}>
          {(wiring) => <PasswordInput {...wiring} {...eye} name="current" autoComplete="current-password" autoFocus />}
        </Field>
        <Field label={t("next")} hint={t("nextHint", { length: MIN_PASSWORD_LENGTH })} error={wrong?.field === "next" && wrong.sentence}>
          {(wiring) => <PasswordInput {...wiring} {...eye} name="next" autoComplete="new-password" />}
        </Field>
        <div>
          <FormAlert>{wrong?.field === "form" && wrong.sentence}</FormAlert>
          <div className="flex flex-wrap gap-3">
            <Button type="submit" tone="primary" disabled={busy}>
              {busy ? t("submitting") : t("submit")}
            </Button>
            {leavable ? (
              <Link href="/inbox" className={buttonClass()}>
                {t("back")}
              </Link>
            ) : null}
          </div>
        </div>
      </form>
      {dialog}
    </>
  );
}
