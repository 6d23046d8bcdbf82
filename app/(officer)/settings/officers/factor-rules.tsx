"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Switch } from "@/app/(officer)/settings/switch";
import { useConfirming } from "@/app/identity/use-confirming";
import { FormAlert } from "@/components/ui/form-alert";
import { ROLES, type Role } from "@/lib/officers/rules";
import { setFactorRuleAction } from "./actions";

type Props = { demanding: readonly Role[]; without: readonly Role[]; isChangeable: boolean };

/** In which roles nobody works without a second factor. `without`: the role of each officer who has none yet. */
export function FactorRules({ demanding, without, isChangeable }: Props) {
  const t = useTranslations("officerSettings");
  const roles = useTranslations("roles");
  const refusals = useTranslations("refusals");
  const common = useTranslations("common");
  const router = useRouter();
  const { act, dialog } = useConfirming();
  const [wrong, setWrong] = useState("");
  const [saving, setSaving] = useState<Role | null>(null);

  async function set(role: Role, isRequired: boolean) {
    setSaving(role);
    const result = await act(() => setFactorRuleAction({ role, isRequired }));
    setSaving(null);
    setWrong(result === null ? common("unreachable") : result.ok ? "" : refusals(result.refusal, result.facts));
    router.refresh();
  }

  return (
    <>
      {isChangeable ? null : <p className="mb-2 text-ink-2 text-sm">{refusals("holdsForAll")}</p>}
      <FormAlert>{wrong}</FormAlert>
      {ROLES.map((role) => {
        const lacking = without.filter((one) => one === role).length;
        return (
          <Switch
            key={role}
            label={roles(role)}
            hint={lacking > 0 ? t("lacking", { count: lacking }) : t("lackingNone")}
            checked={demanding.includes(role)}
            disabled={saving !== null || !isChangeable}
            onChange={(isRequired) => void set(role, isRequired)}
          />
        );
      })}
      {dialog}
    </>
  );
}
