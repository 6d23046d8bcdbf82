"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Switch } from "@/app/(officer)/settings/switch";
import { useConfirming } from "@/app/identity/use-confirming";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { FormAlert } from "@/components/ui/form-alert";
import { TEXT_BOX, TextInput } from "@/components/ui/text-input";
import { toast } from "@/components/ui/toast";
import type { SubscriberSummary } from "@/lib/subscribers/queries";
import { NOTICE_TYPES } from "@/lib/subscribers/rules";
import { saveSubscriberAction } from "./actions";
import type { MadeSecret } from "./subscriber-list";

type Props = {
  subscriber: SubscriberSummary | null;
  accounts: readonly { id: string; name: string }[];
  onDone: () => void;
  onSecret: (made: MadeSecret) => void;
};

/** A subscriber to fill in. Its address is never shown again: left empty it stays as it is. */
export function SubscriberForm({ subscriber, accounts, onDone, onSecret }: Props) {
  const t = useTranslations("webhooks");
  const refusals = useTranslations("refusals");
  const common = useTranslations("common");
  const router = useRouter();
  const { act, dialog } = useConfirming();
  const [accountId, setAccountId] = useState(subscriber?.accountId ?? accounts[0]?.id ?? "");
  const [name, setName] = useState(subscriber?.name ?? "");
  const [address, setAddress] = useState("");
  const [types, setTypes] = useState<readonly string[]>(subscriber?.types ?? NOTICE_TYPES);
  const [paused, setPaused] = useState(subscriber?.paused ?? false);
  const [wrong, setWrong] = useState("");
  const [saving, setSaving] = useState(false);

  async function save(event: FormEvent) {
    event.preventDefault();
    if (saving) return;
    if (types.length === 0) return setWrong(t("noType"));
    setSaving(true);
    const input = {
      ...{ accountId, id: subscriber?.id ?? null, version: subscriber?.version ?? 0, name, paused },
      ...{ address: address.trim() || null, types: NOTICE_TYPES.filter((type) => types.includes(type)) },
    };
    const result = await act(() => saveSubscriberAction(input));
    setSaving(false);
    if (!result) return setWrong(common("unreachable"));
    if (!result.ok) return setWrong(result.refusal === "invalid" ? t("invalid") : refusals(result.refusal, result.facts));
    if (result.value.secret) onSecret({ name, secret: result.value.secret });
    toast(t("saved", { name }));
    router.refresh();
    onDone();
  }

  return (
    <>
      <form onSubmit={save} className="flex flex-col gap-4">
        {accounts.length > 1 && !subscriber ? (
          <Field label={t("account")}>
            {(wiring) => (
              <select {...wiring} value={accountId} onChange={(event) => setAccountId(event.target.value)} className={`h-9 ${TEXT_BOX}`}>
                {accounts.map((account) => (
                  <option key={account.id} value={account.id}>
                    {account.name}
                  </option>
                ))}
              </select>
            )}
          </Field>
        ) : null}
        <Field label={t("name")} hint={t("nameHint")}>
          {(wiring) => <TextInput {...wiring} required maxLength={40} value={name} onChange={(event) => setName(event.target.value)} />}
        </Field>
        <Field label={t("address")} hint={subscriber ? t("addressStays") : t("addressHint")}>
          {(wiring) => (
            <TextInput
              {...wiring}
              type="url"
              required={!subscriber}
              autoComplete="off"
              placeholder={subscriber ? t("isSet", { host: subscriber.host }) : "https://"}
              value={address}
              onChange={(event) => setAddress(event.target.value)}
            />
          )}
        </Field>
        <fieldset>
          <legend className="text-ink-2 text-sm">{t("what")}</legend>
          <div className="grid grid-cols-[repeat(auto-fill,minmax(15rem,1fr))] gap-x-6">
            {NOTICE_TYPES.map((type) => (
              <label key={type} className="flex min-h-9 items-center gap-2">
                <input
                  type="checkbox"
                  className="size-4 accent-action"
                  checked={types.includes(type)}
                  onChange={({ target }) => setTypes(target.checked ? [...types, type] : types.filter((one) => one !== type))}
                />
                <span>
                  {t(`types.${type}`)} <code className="text-ink-3 text-xs">{type}</code>
                </span>
              </label>
            ))}
          </div>
        </fieldset>
        <Switch label={t("pause")} hint={t("pauseHint")} checked={paused} onChange={setPaused} />
        <FormAlert>{wrong}</FormAlert>
        <Button type="submit" tone="primary" busy={saving} className="self-start">
          {saving ? t("saving") : t("save")}
        </Button>
      </form>
      {dialog}
    </>
  );
}
