"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { RecoveryCodes } from "@/app/identity/recovery-codes";
import { useConfirming } from "@/app/identity/use-confirming";
import { FormAlert } from "@/components/ui/form-alert";
import { renewRecoveryCodesAction } from "./actions";
import { SureButton } from "./sure-button";

/** How many recovery codes are left, and new ones for old. */
export function RecoverySection({ left }: { left: number }) {
  const t = useTranslations("security");
  const refusals = useTranslations("refusals");
  const common = useTranslations("common");
  const router = useRouter();
  const { act, dialog } = useConfirming();
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const [wrong, setWrong] = useState("");

  async function renew() {
    const result = await act(() => renewRecoveryCodesAction({}));
    setWrong(result === null ? common("unreachable") : result.ok ? "" : refusals(result.refusal, result.facts));
    if (result?.ok) setCodes(result.value.recoveryCodes);
    router.refresh();
  }

  if (codes) return <RecoveryCodes codes={codes} done={t("kept")} onDone={() => setCodes(null)} />;
  return (
    <div>
      <p className="mb-3">{t("codesLeft", { count: left })}</p>
      <FormAlert>{wrong}</FormAlert>
      <SureButton label={t("renew")} sureLabel={t("renewSurely")} of={t("recovery")} onSure={renew} />
      {dialog}
    </div>
  );
}
