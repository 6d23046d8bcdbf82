"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { makePasskey } from "@/app/identity/passkey-here";
import type { useConfirming } from "@/app/identity/use-confirming";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { FormAlert } from "@/components/ui/form-alert";
import { TextInput } from "@/components/ui/text-input";
import { addPasskeyAction, askNewPasskeyAction } from "./actions";

type Props = { act: ReturnType<typeof useConfirming>["act"]; onAdded: (recoveryCodes: readonly string[]) => void };

/** A passkey of this computer, a telephone or a security key. */
export function AddPasskey({ act, onAdded }: Props) {
  const t = useTranslations("secondFactor");
  const refusals = useTranslations("refusals");
  const common = useTranslations("common");
  const [name, setName] = useState("");
  const [wrong, setWrong] = useState("");
  const [busy, setBusy] = useState(false);

  async function add(event: FormEvent) {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    setWrong(await attempt());
    setBusy(false);
  }

  async function attempt(): Promise<string> {
    const asked = await act(() => askNewPasskeyAction({}));
    if (!asked?.ok) return asked ? refusals(asked.refusal, asked.facts) : common("unreachable");
    const response = await makePasskey(asked.value);
    if (!response) return t("passkeyNotMade");
    const result = await act(() => addPasskeyAction({ response, name: name.trim() || t("passkeyName") }));
    if (!result?.ok) return result ? refusals(result.refusal, result.facts) : common("unreachable");
    onAdded(result.value.recoveryCodes);
    return "";
  }

  return (
    <form onSubmit={add} className="flex flex-col gap-4">
      <p className="text-ink-2 text-sm">{t("passkeyLead")}</p>
      <Field label={t("name")} hint={t("nameHint")}>
        {(wiring) => (
          <TextInput
            {...wiring}
            maxLength={40}
            placeholder={t("passkeyName")}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Field>
      <div>
        <FormAlert>{wrong}</FormAlert>
        <Button type="submit" tone="primary" busy={busy} className="w-full">
          {busy ? t("adding") : t("makePasskey")}
        </Button>
      </div>
    </form>
  );
}
