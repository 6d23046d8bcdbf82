"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { RecoveryCodes } from "@/app/identity/recovery-codes";
import { useConfirming } from "@/app/identity/use-confirming";
import { buttonClass } from "@/components/ui/button";
import { Segmented } from "@/components/ui/segmented";
import { AddApp } from "./add-app";
import { AddPasskey } from "./add-passkey";

type Props = { canHavePasskey: boolean; isDemanded: boolean };

/** An authenticator app or a passkey to add, and then the recovery codes that come with the first one. */
export function AddFactor({ canHavePasskey, isDemanded }: Props) {
  const t = useTranslations("secondFactor");
  const { act, dialog } = useConfirming();
  const [kind, setKind] = useState<"totp" | "passkey">("totp");
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  // A whole new page, so that nothing remembers what was demanded.
  const leave = () => location.assign(isDemanded ? "/inbox" : "/settings/security");

  function added(recoveryCodes: readonly string[]) {
    if (recoveryCodes.length === 0) return leave();
    setCodes(recoveryCodes);
  }

  if (codes) return <RecoveryCodes codes={codes} done={t("goOn")} onDone={leave} />;
  return (
    <div className="flex flex-col gap-4">
      {canHavePasskey ? (
        <Segmented
          label={t("kind")}
          segments={[
            { value: "totp", label: t("kinds.totp") },
            { value: "passkey", label: t("kinds.passkey") },
          ]}
          value={kind}
          onChange={setKind}
        />
      ) : null}
      {kind === "totp" ? <AddApp act={act} onAdded={added} /> : <AddPasskey act={act} onAdded={added} />}
      {isDemanded ? null : (
        <Link href="/settings/security" className={buttonClass()}>
          {t("back")}
        </Link>
      )}
      {dialog}
    </div>
  );
}
