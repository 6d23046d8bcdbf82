"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { CodeField } from "@/app/identity/code-field";
import { signWithPasskey } from "@/app/identity/passkey-here";
import { Button } from "@/components/ui/button";
import { FormAlert } from "@/components/ui/form-alert";
import type { ShownFactor } from "@/lib/officers/schema";
import { signOutHere } from "@/lib/web/browser-session";
import { askWaitingPasskeyAction, proveFactorAction } from "./actions";

/** The second step: a code or a passkey; on success to `next`, a path of our own. */
export function FactorForm({ kinds, next }: { kinds: readonly ("totp" | "passkey")[]; next: string }) {
  const t = useTranslations("signIn.second");
  const identity = useTranslations("identity");
  const refusals = useTranslations("refusals");
  const common = useTranslations("common");
  const [code, setCode] = useState("");
  const [wrong, setWrong] = useState("");
  const [busy, setBusy] = useState(false);

  async function prove(shown: ShownFactor) {
    const result = await proveFactorAction(shown).catch(() => null);
    // A whole new page: nothing of who was here before stays in the browser's memory.
    if (result?.ok) return location.assign(next);
    if (result?.refusal === "sessionEnded") return location.assign(`/sign-in?ended=1&next=${encodeURIComponent(next)}`);
    setWrong(result ? refusals(result.refusal, result.facts) : common("unreachable"));
  }

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (busy || code.trim() === "") return;
    setBusy(true);
    setWrong("");
    await prove({ code });
    setBusy(false);
  }

  async function sign() {
    setBusy(true);
    setWrong("");
    const signed = await signWithPasskey(() => askWaitingPasskeyAction({}));
    if (signed) await prove({ passkey: signed });
    else setWrong(identity("passkeyFailed"));
    setBusy(false);
  }

  async function leave() {
    await signOutHere();
    location.assign("/sign-in");
  }

  const hasPasskey = kinds.includes("passkey");
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-4">
      {hasPasskey ? (
        <Button tone="primary" busy={busy} onClick={() => void sign()}>
          {identity("withPasskey")}
        </Button>
      ) : null}
      <CodeField value={code} onChange={setCode} hasApp={kinds.includes("totp")} isRefused={wrong !== ""} autoFocus={!hasPasskey} />
      <div>
        <FormAlert>{wrong}</FormAlert>
        <Button type="submit" tone={hasPasskey ? "quiet" : "primary"} busy={busy} disabled={code.trim() === ""} className="w-full">
          {busy ? identity("checking") : t("submit")}
        </Button>
      </div>
      <p className="text-ink-3 text-sm">{t("help")}</p>
      <Button onClick={() => void leave()}>{t("another")}</Button>
    </form>
  );
}
