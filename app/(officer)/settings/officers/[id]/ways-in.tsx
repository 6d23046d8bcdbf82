"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import {
  deactivateOfficerAction,
  makePasswordLinkAction,
  reinstateOfficerAction,
  takeFactorsAction,
} from "@/app/(officer)/settings/officers/actions";
import { MadeLink } from "@/app/(officer)/settings/officers/made-link";
import { SureButton } from "@/app/(officer)/settings/security/sure-button";
import { useConfirming } from "@/app/identity/use-confirming";
import { FormAlert } from "@/components/ui/form-alert";
import { toast } from "@/components/ui/toast";
import type { ManagedOfficer } from "@/lib/officers/people";
import type { ActionResult } from "@/lib/web/officer-action";

/** How an officer gets in, and what takes it away: another password by a link, the second factors, 停用. */
export function WaysIn({ officer }: { officer: ManagedOfficer }) {
  const t = useTranslations("officerSettings");
  const refusals = useTranslations("refusals");
  const common = useTranslations("common");
  const router = useRouter();
  const { act, dialog } = useConfirming();
  const [secret, setSecret] = useState<string | null>(null);
  const [wrong, setWrong] = useState("");
  const { id: officerId, name } = officer;

  async function run<Value>(action: () => Promise<ActionResult<Value>>, done: (value: Value) => void) {
    const result = await act(action);
    setWrong(result === null ? common("unreachable") : result.ok ? "" : refusals(result.refusal, result.facts));
    if (result?.ok) done(result.value);
    router.refresh();
  }
  const makeLink = () =>
    run(
      () => makePasswordLinkAction({ officerId }),
      (made) => setSecret(made.secret),
    );
  const reinstate = () =>
    run(
      () => reinstateOfficerAction({ officerId }),
      (made) => setSecret(made.secret),
    );
  const takeFactors = () =>
    run(
      () => takeFactorsAction({ officerId }),
      () => toast(t("factorsTaken", { name })),
    );
  const deactivate = () =>
    run(
      () => deactivateOfficerAction({ officerId }),
      () => toast(t("deactivated", { name })),
    );

  if (secret) return <MadeLink name={name} secret={secret} onDone={() => setSecret(null)} />;
  return (
    <>
      <FormAlert>{wrong}</FormAlert>
      <ul className="flex flex-col divide-y divide-line-2">
        {officer.deactivatedAt ? (
          <Way text={t("reinstateText")}>
            <SureButton label={t("reinstate")} sureLabel={t("reinstateSurely")} of={name} onSure={reinstate} />
          </Way>
        ) : (
          <>
            <Way text={officer.hasPassword ? t("linkText") : t("linkTextFirst")}>
              <SureButton label={t("makeLink")} sureLabel={t("makeLinkSurely")} of={name} onSure={makeLink} />
            </Way>
            {officer.factors > 0 ? (
              <Way text={t("factorsText", { count: officer.factors })}>
                <SureButton label={t("takeFactors")} sureLabel={t("takeFactorsSurely")} of={name} onSure={takeFactors} />
              </Way>
            ) : null}
            <Way text={t("deactivateText")}>
              <SureButton label={t("deactivate")} sureLabel={t("deactivateSurely")} of={name} onSure={deactivate} />
            </Way>
          </>
        )}
      </ul>
      {dialog}
    </>
  );
}

function Way({ text, children }: { text: string; children: ReactNode }) {
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 py-2">
      <p className="min-w-0 flex-1 basis-56 text-ink-2 text-sm">{text}</p>
      {children}
    </li>
  );
}
