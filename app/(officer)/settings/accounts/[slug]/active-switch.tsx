"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { setAccountActiveAction } from "@/app/(officer)/settings/accounts/actions";
import { Switch } from "@/app/(officer)/settings/switch";
import { useConfirming } from "@/app/identity/use-confirming";
import { FormAlert } from "@/components/ui/form-alert";

/** Whether an account's door takes anything. */
export function ActiveSwitch({ accountId, isActive }: { accountId: string; isActive: boolean }) {
  const t = useTranslations("accountSettings");
  const refusals = useTranslations("refusals");
  const common = useTranslations("common");
  const router = useRouter();
  const { act, dialog } = useConfirming();
  const [wrong, setWrong] = useState("");
  const [saving, setSaving] = useState(false);

  async function set(wanted: boolean) {
    setSaving(true);
    const result = await act(() => setAccountActiveAction({ accountId, isActive: wanted }));
    setSaving(false);
    setWrong(result === null ? common("unreachable") : result.ok ? "" : refusals(result.refusal, result.facts));
    router.refresh();
  }

  return (
    <>
      <FormAlert>{wrong}</FormAlert>
      <Switch label={t("takes")} hint={t("takesHint")} checked={isActive} disabled={saving} onChange={(wanted) => void set(wanted)} />
      {dialog}
    </>
  );
}
