"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { changeOfficerAction } from "@/app/(officer)/settings/officers/actions";
import { type Fields, OfficerFields } from "@/app/(officer)/settings/officers/officer-fields";
import { useConfirming } from "@/app/identity/use-confirming";
import { Button } from "@/components/ui/button";
import { FormAlert } from "@/components/ui/form-alert";
import { toast } from "@/components/ui/toast";
import type { ManagedOfficer } from "@/lib/officers/people";

/** Another name, role or other accounts. */
export function ChangeForm({ officer, accounts }: { officer: ManagedOfficer; accounts: readonly { id: string; name: string }[] }) {
  const t = useTranslations("officerSettings");
  const refusals = useTranslations("refusals");
  const common = useTranslations("common");
  const router = useRouter();
  const { act, dialog } = useConfirming();
  const { name, role, allAccounts, accountIds } = officer;
  const [fields, setFields] = useState<Fields>({ name, role, allAccounts, accountIds });
  const [wrong, setWrong] = useState("");
  const [saving, setSaving] = useState(false);

  async function save(event: FormEvent) {
    event.preventDefault();
    if (saving) return;
    setSaving(true);
    const result = await act(() => changeOfficerAction({ ...fields, officerId: officer.id, accountIds: [...fields.accountIds] }));
    setSaving(false);
    setWrong(result === null ? common("unreachable") : result.ok ? "" : refusals(result.refusal, result.facts));
    if (result?.ok) toast(t("saved", { name: fields.name }));
    router.refresh();
  }

  return (
    <>
      <form onSubmit={save} className="flex flex-col gap-4">
        <OfficerFields fields={fields} accounts={accounts} onChange={setFields} />
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
