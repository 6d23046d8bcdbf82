"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import type { useConfirming } from "@/app/identity/use-confirming";
import { useTypedOver } from "@/app/identity/use-typed-over";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { FormAlert } from "@/components/ui/form-alert";
import { TextInput } from "@/components/ui/text-input";
import { addTotpAction, offerTotpAction } from "./actions";
import { QrCode } from "./qr-code";

type Props = { act: ReturnType<typeof useConfirming>["act"]; onAdded: (recoveryCodes: readonly string[]) => void };
type Offer = { secret: string; sealed: string; squares: boolean[][] };

/** A QR code for an authenticator app, and the first code that it shows. */
export function AddApp({ act, onAdded }: Props) {
  const t = useTranslations("secondFactor");
  const refusals = useTranslations("refusals");
  const common = useTranslations("common");
  const [offer, setOffer] = useState<Offer | null>(null);
  const [code, setCode] = useState("");
  const [name, setName] = useState("");
  const [wrong, setWrong] = useState("");
  const [busy, setBusy] = useState(false);
  const first = useTypedOver(wrong !== "");

  async function begin() {
    setBusy(true);
    const result = await act(() => offerTotpAction({}));
    setBusy(false);
    setWrong(result === null ? common("unreachable") : result.ok ? "" : refusals(result.refusal, result.facts));
    if (result?.ok) setOffer(result.value);
  }

  async function add(event: FormEvent) {
    event.preventDefault();
    if (busy || !offer) return;
    setBusy(true);
    setWrong("");
    const result = await act(() => addTotpAction({ sealed: offer.sealed, code, name: name.trim() || t("appName") }));
    setBusy(false);
    if (result?.ok) return onAdded(result.value.recoveryCodes);
    setWrong(
      result === null ? common("unreachable") : result.refusal === "invalid" ? t("codeShape") : refusals(result.refusal, result.facts),
    );
    if (result?.refusal === "factorOfferExpired") setOffer(null);
  }

  if (!offer)
    return (
      <div>
        <p className="mb-3 text-ink-2 text-sm">{t("appLead")}</p>
        <FormAlert>{wrong}</FormAlert>
        <Button tone="primary" busy={busy} onClick={() => void begin()} className="w-full">
          {t("begin")}
        </Button>
      </div>
    );
  return (
    <form onSubmit={add} className="flex flex-col gap-4">
      <p className="text-ink-2 text-sm">{t("scan")}</p>
      <QrCode squares={offer.squares} label={t("qr")} />
      <p className="text-ink-2 text-sm">
        {t("byHand")} <span className="select-all break-all font-mono">{offer.secret}</span>
      </p>
      <Field label={t("firstCode")}>
        {(wiring) => (
          <TextInput
            {...wiring}
            ref={first}
            required
            autoFocus
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={6}
            className="max-w-[10rem] font-mono"
            value={code}
            onChange={(event) => setCode(event.target.value)}
          />
        )}
      </Field>
      <Field label={t("name")} hint={t("nameHint")}>
        {(wiring) => (
          <TextInput {...wiring} maxLength={40} placeholder={t("appName")} value={name} onChange={(event) => setName(event.target.value)} />
        )}
      </Field>
      <div>
        <FormAlert>{wrong}</FormAlert>
        <Button type="submit" tone="primary" busy={busy} className="w-full">
          {busy ? t("adding") : t("add")}
        </Button>
      </div>
    </form>
  );
}
