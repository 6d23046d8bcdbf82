"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { FormAlert } from "@/components/ui/form-alert";
import { PasswordInput } from "@/components/ui/password-input";
import type { ShownFactor } from "@/lib/officers/schema";
import { askPasskeyAction, confirmIdentityAction, ownFactorKindsAction } from "./actions";
import { CodeField } from "./code-field";
import { signWithPasskey } from "./passkey-here";

/** The password anew, and the second factor of who has one. */
export function ConfirmForm({ onConfirmed }: { onConfirmed: () => void }) {
  const t = useTranslations("identity");
  const refusals = useTranslations("refusals");
  const common = useTranslations("common");
  const [kinds, setKinds] = useState<readonly ("totp" | "passkey")[] | null>(null);
  const [password, setPassword] = useState("");
  const [code, setCode] = useState("");
  const [wrong, setWrong] = useState("");
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    void ownFactorKindsAction({}).then((result) => setKinds(result.ok ? result.value : []));
  }, []);
  const needsCode = kinds !== null && kinds.length > 0;

  async function confirm(factor: ShownFactor | null) {
    const result = await confirmIdentityAction({ password, factor }).catch(() => null);
    if (result?.ok) return onConfirmed();
    setWrong(result ? refusals(result.refusal, result.facts) : common("unreachable"));
  }

  async function attempt(way: "code" | "passkey") {
    if (busy || password === "") return;
    setBusy(true);
    setWrong("");
    if (way === "code") await confirm(needsCode ? { code } : null);
    else {
      const signed = await signWithPasskey(() => askPasskeyAction({}));
      if (signed) await confirm({ passkey: signed });
      else setWrong(t("passkeyFailed"));
    }
    setBusy(false);
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    void attempt("code");
  }

  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      <p className="text-ink-2">{t("confirmLead")}</p>
      <Field label={t("password")}>
        {(wiring) => (
          <PasswordInput
            {...wiring}
            required
            autoComplete="current-password"
            showLabel={t("showPassword")}
            hideLabel={t("hidePassword")}
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
        )}
      </Field>
      {needsCode ? <CodeField value={code} onChange={setCode} hasApp={kinds.includes("totp")} isRefused={wrong !== ""} /> : null}
      <div>
        <FormAlert>{wrong}</FormAlert>
        <div className="flex flex-wrap gap-3">
          <Button type="submit" tone="primary" busy={busy} disabled={kinds === null || password === "" || (needsCode && code === "")}>
            {busy ? t("checking") : t("confirm")}
          </Button>
          {kinds?.includes("passkey") ? (
            <Button busy={busy} disabled={password === ""} onClick={() => void attempt("passkey")}>
              {t("withPasskey")}
            </Button>
          ) : null}
        </div>
      </div>
    </form>
  );
}
