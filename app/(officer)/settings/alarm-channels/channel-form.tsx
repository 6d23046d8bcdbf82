"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Switch } from "@/app/(officer)/settings/switch";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { FormAlert } from "@/components/ui/form-alert";
import { TEXT_BOX, TextInput } from "@/components/ui/text-input";
import { toast } from "@/components/ui/toast";
import type { ChannelSummary } from "@/lib/alarms/channels";
import { AUDIENCES, type Audience } from "@/lib/alarms/rules";
import { CHANNEL_KINDS, type ChannelKind, needsRecipients } from "@/lib/alarms/schema";
import { saveChannelAction } from "./actions";

type Props = {
  channel: ChannelSummary | null;
  accounts: readonly { id: string; name: string }[];
  mailIsSetUp: boolean;
  onDone: () => void;
};

/** A channel to fill in. What is secret is never shown again: left empty it stays as it is. */
export function ChannelForm({ channel, accounts, mailIsSetUp, onDone }: Props) {
  const t = useTranslations("alarmChannels");
  const refusals = useTranslations("refusals");
  const common = useTranslations("common");
  const router = useRouter();
  const [accountId, setAccountId] = useState(channel?.accountId ?? accounts[0]?.id ?? "");
  const [kind, setKind] = useState<ChannelKind>(channel?.kind ?? "wecom");
  const [name, setName] = useState(channel?.name ?? "");
  const [address, setAddress] = useState("");
  const [secret, setSecret] = useState("");
  const [recipients, setRecipients] = useState(channel?.recipients.join("\n") ?? "");
  const [audiences, setAudiences] = useState<readonly Audience[]>(channel?.audiences ?? ["shift", "supervisors"]);
  const [enabled, setEnabled] = useState(channel?.enabled ?? true);
  const [wrong, setWrong] = useState("");
  const [saving, setSaving] = useState(false);

  async function save(event: FormEvent) {
    event.preventDefault();
    if (saving) return;
    if (audiences.length === 0) return setWrong(t("noAudience"));
    setSaving(true);
    const result = await saveChannelAction({
      ...{ accountId, id: channel?.id ?? null, version: channel?.version ?? 0, kind, name, enabled },
      address: address.trim() || null,
      secret: secret.trim() || null,
      recipients: needsRecipients(kind) ? listed(recipients) : [],
      audiences: [...audiences],
    }).catch(() => null);
    setSaving(false);
    if (!result) return setWrong(common("unreachable"));
    if (!result.ok) return setWrong(result.refusal === "invalid" ? t(`invalid.${kind}`) : refusals(result.refusal, result.facts));
    toast(t("saved", { name }));
    router.refresh();
    onDone();
  }

  return (
    <form onSubmit={save} className="flex flex-col gap-4">
      {accounts.length > 1 && !channel ? (
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
      {channel ? null : (
        <Field label={t("kind")} hint={kind === "mail" && !mailIsSetUp ? t("noMailServer") : t(`kindHints.${kind}`)}>
          {(wiring) => (
            <select
              {...wiring}
              value={kind}
              onChange={(event) => setKind(CHANNEL_KINDS.find((one) => one === event.target.value) ?? "wecom")}
              className={`h-9 ${TEXT_BOX}`}
            >
              {CHANNEL_KINDS.map((one) => (
                <option key={one} value={one}>
                  {t(`kinds.${one}`)}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      <Field label={t("name")}>
        {(wiring) => <TextInput {...wiring} required maxLength={40} value={name} onChange={(event) => setName(event.target.value)} />}
      </Field>
      {kind === "mail" ? null : (
        <Field label={t("address")} hint={channel ? t("secretStays") : t("addressHint")}>
          {(wiring) => (
            <TextInput
              {...wiring}
              type="url"
              required={!channel}
              autoComplete="off"
              placeholder={channel ? t("isSet") : "https://"}
              value={address}
              onChange={(event) => setAddress(event.target.value)}
            />
          )}
        </Field>
      )}
      {kind === "dingtalk" || kind === "sms" ? (
        <Field label={t(`secrets.${kind}`)} hint={channel?.hasSecret ? t("secretStays") : t(`secretHints.${kind}`)}>
          {(wiring) => (
            <TextInput
              {...wiring}
              type="password"
              autoComplete="new-password"
              placeholder={channel?.hasSecret ? t("isSet") : ""}
              value={secret}
              onChange={(event) => setSecret(event.target.value)}
            />
          )}
        </Field>
      ) : null}
      {kind === "mail" || kind === "sms" ? (
        <Field label={t(`recipients.${kind}`)} hint={t("recipientsHint")}>
          {(wiring) => (
            <textarea
              {...wiring}
              rows={3}
              required
              value={recipients}
              onChange={(event) => setRecipients(event.target.value)}
              className={`py-2 ${TEXT_BOX}`}
            />
          )}
        </Field>
      ) : null}
      <fieldset>
        <legend className="text-ink-2 text-sm">{t("whom")}</legend>
        <div className="flex flex-wrap gap-x-6">
          {AUDIENCES.map((audience) => (
            <label key={audience} className="flex min-h-9 items-center gap-2">
              <input
                type="checkbox"
                className="size-4 accent-action"
                checked={audiences.includes(audience)}
                onChange={(event) =>
                  setAudiences(AUDIENCES.filter((one) => (one === audience ? event.target.checked : audiences.includes(one))))
                }
              />
              {t(`audiences.${audience}`)}
            </label>
          ))}
        </div>
      </fieldset>
      <Switch label={t("enabled")} hint={t("enabledHint")} checked={enabled} onChange={setEnabled} />
      <FormAlert>{wrong}</FormAlert>
      <Button type="submit" tone="primary" busy={saving} className="self-start">
        {saving ? t("saving") : t("save")}
      </Button>
    </form>
  );
}

/** One a line, or several set apart by commas. */
function listed(text: string): string[] {
  return text
    .split(/[\n,，;；、]/)
    .map((one) => one.trim())
    .filter((one) => one !== "");
}
