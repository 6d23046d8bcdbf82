"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Switch } from "@/app/(officer)/settings/switch";
import { useConfirming } from "@/app/identity/use-confirming";
import { Button } from "@/components/ui/button";
import { FormAlert } from "@/components/ui/form-alert";
import { toast } from "@/components/ui/toast";
import type { ManagedAccount } from "@/lib/accounts/queries";
import { AccountField } from "./account-field";
import { addAccountAction, changeAccountAction } from "./actions";

const EMPTY = { slug: "", name: "", originalId: "", appId: "", appSecret: "", token: "", encodingAesKey: "" };

/** A 公众号 to fill in. What is secret is never shown again: left empty it stays as it is. */
export function AccountForm({ account }: { account: ManagedAccount | null }) {
  const t = useTranslations("accountSettings");
  const refusals = useTranslations("refusals");
  const common = useTranslations("common");
  const router = useRouter();
  const { act, dialog } = useConfirming();
  const [typed, setTyped] = useState({ ...EMPTY, ...(account && onlyIds(account)) });
  const [safeModeOnly, setSafeModeOnly] = useState(account?.safeModeOnly ?? true);
  const [wrong, setWrong] = useState("");
  const [saving, setSaving] = useState(false);

  const field = (key: keyof typeof EMPTY) => ({
    name: key,
    value: typed[key],
    onChange: (value: string) => setTyped({ ...typed, [key]: value }),
  });

  async function save(event: FormEvent) {
    event.preventDefault();
    if (saving) return;
    setSaving(true);
    const result = await act<unknown>(() => (account ? change(account) : add()));
    setSaving(false);
    if (!result?.ok)
      return setWrong(
        !result ? common("unreachable") : result.refusal === "invalid" ? t("invalid") : refusals(result.refusal, result.facts),
      );
    setWrong("");
    setTyped({ ...typed, appSecret: "", token: "", encodingAesKey: "" });
    toast(t("saved", { name: typed.name }));
    if (!account) return router.push("/settings/accounts");
    router.refresh();
  }

  function add() {
    const { encodingAesKey, ...rest } = typed;
    return addAccountAction({ ...rest, safeModeOnly, encodingAesKey: encodingAesKey.trim() || null });
  }

  function change(before: ManagedAccount) {
    const { name, originalId, appId, appSecret, token, encodingAesKey } = typed;
    const keys = { appSecret: appSecret.trim() || null, token: token.trim() || null, encodingAesKey: encodingAesKey.trim() || null };
    const { slug: _, ...seen } = onlyIds(before);
    return changeAccountAction({
      ...{ accountId: before.id, name, originalId, appId, safeModeOnly, ...keys },
      seen: { ...seen, safeModeOnly: before.safeModeOnly },
    });
  }

  return (
    <>
      <form onSubmit={save} autoComplete="off" className="flex flex-col gap-4">
        {account ? null : <AccountField {...field("slug")} hint={t("hints.slug")} />}
        <AccountField {...field("name")} />
        <AccountField {...field("originalId")} hint={t("hints.originalId")} />
        <AccountField {...field("appId")} />
        <AccountField {...field("appSecret")} isSecret isSet={account !== null} />
        <AccountField {...field("token")} isSecret isSet={account !== null} hint={t("hints.token")} />
        <AccountField
          {...field("encodingAesKey")}
          isSecret
          isSet={account?.hasAesKey ?? false}
          isOptional
          hint={t("hints.encodingAesKey")}
        />
        <Switch label={t("safeModeOnly")} hint={t("safeModeOnlyHint")} checked={safeModeOnly} onChange={setSafeModeOnly} />
        <div>
          <FormAlert>{wrong}</FormAlert>
          <Button type="submit" tone="primary" busy={saving}>
            {saving ? t("saving") : t("save")}
          </Button>
        </div>
      </form>
      {dialog}
    </>
  );
}

function onlyIds({ slug, name, originalId, appId }: ManagedAccount) {
  return { slug, name, originalId, appId };
}
