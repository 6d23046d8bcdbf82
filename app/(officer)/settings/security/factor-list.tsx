"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useDateWords } from "@/app/(officer)/use-date-words";
import { useConfirming } from "@/app/identity/use-confirming";
import { Badge } from "@/components/ui/badge";
import { FormAlert } from "@/components/ui/form-alert";
import { toast } from "@/components/ui/toast";
import type { HeldFactor } from "@/lib/officers/factors";
import { removeFactorAction } from "./actions";
import { SureButton } from "./sure-button";

/** An officer's second factors, each with when it was last used. */
export function FactorList({ factors, now }: { factors: readonly HeldFactor[]; now: Date }) {
  const t = useTranslations("security");
  const refusals = useTranslations("refusals");
  const common = useTranslations("common");
  const router = useRouter();
  const { moment } = useDateWords(now);
  const { act, dialog } = useConfirming();
  const [wrong, setWrong] = useState("");

  async function remove({ id, name }: HeldFactor) {
    const result = await act(() => removeFactorAction({ factorId: id }));
    setWrong(result === null ? common("unreachable") : result.ok ? "" : refusals(result.refusal, result.facts));
    if (result?.ok) toast(t("removed", { name }));
    router.refresh();
  }

  return (
    <>
      <FormAlert>{wrong}</FormAlert>
      {factors.length === 0 ? <p className="text-ink-2">{t("noFactor")}</p> : null}
      <ul className="flex flex-col divide-y divide-line-2">
        {factors.map((factor) => (
          <li key={factor.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2">
            <div className="min-w-0 flex-1 basis-56">
              <p className="flex flex-wrap items-baseline gap-x-2">
                <span className="break-words font-semibold">{factor.name}</span>
                <Badge>{t(`kinds.${factor.kind}`)}</Badge>
              </p>
              <p className="text-ink-3 text-sm">
                {t("added", { at: moment(factor.createdAt) })} ·{" "}
                {factor.lastUsedAt ? t("lastUsed", { at: moment(factor.lastUsedAt) }) : t("neverUsed")}
              </p>
            </div>
            <SureButton label={t("remove")} sureLabel={t("removeSurely")} of={factor.name} onSure={() => remove(factor)} />
          </li>
        ))}
      </ul>
      {dialog}
    </>
  );
}
