"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useDateWords } from "@/app/(officer)/use-date-words";
import { Badge } from "@/components/ui/badge";
import { FormAlert } from "@/components/ui/form-alert";
import { toast } from "@/components/ui/toast";
import type { OpenSession } from "@/lib/officers/sessions";
import type { ActionResult } from "@/lib/web/officer-action";
import { endAllSessionsAction, endSessionAction } from "./actions";
import { SureButton } from "./sure-button";

type Props = { sessions: readonly OpenSession[]; officerId: string; hereId: string; now: Date };

/** Where an officer is signed in, each to be ended, and all but this one. */
export function SessionList({ sessions, officerId, hereId, now }: Props) {
  const t = useTranslations("security");
  const refusals = useTranslations("refusals");
  const common = useTranslations("common");
  const router = useRouter();
  const { moment } = useDateWords(now);
  const [wrong, setWrong] = useState("");
  const others = sessions.filter(({ id }) => id !== hereId).length;

  async function end(run: () => Promise<ActionResult<unknown>>) {
    const result = await run().catch(() => null);
    setWrong(result === null ? common("unreachable") : result.ok ? "" : refusals(result.refusal, result.facts));
    if (result?.ok) toast(t("ended"));
    router.refresh();
  }

  const deviceOf = ({ device }: OpenSession) => device || t("unknownDevice");
  return (
    <>
      <FormAlert>{wrong}</FormAlert>
      {sessions.length === 0 ? <p className="text-ink-2">{t("noSession")}</p> : null}
      <ul className="flex flex-col divide-y divide-line-2">
        {sessions.map((session) => (
          <li key={session.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2">
            <div className="min-w-0 flex-1 basis-56">
              <p className="flex flex-wrap items-baseline gap-x-2">
                <span className="font-semibold">{deviceOf(session)}</span>
                {session.id === hereId ? <Badge tone="info">{t("here")}</Badge> : null}
                {session.waits ? <Badge tone="soon">{t("waits")}</Badge> : null}
              </p>
              <p className="text-ink-3 text-sm">
                {t("signedIn", { at: moment(session.createdAt), how: t(`proofs.${session.proof}`) })}
                {session.lastUsedAt ? ` · ${t("lastUsed", { at: moment(session.lastUsedAt) })}` : null}
              </p>
            </div>
            {session.id === hereId ? null : (
              <SureButton
                label={t("end")}
                sureLabel={t("endSurely")}
                of={`${deviceOf(session)} ${moment(session.createdAt)}`}
                onSure={() => end(() => endSessionAction({ sessionId: session.id }))}
              />
            )}
          </li>
        ))}
      </ul>
      {others > 1 ? (
        <div className="mt-3">
          <SureButton
            label={sessions.some(({ id }) => id === hereId) ? t("endOthers", { count: others }) : t("endAll", { count: others })}
            sureLabel={t("endSurely")}
            onSure={() => end(() => endAllSessionsAction({ officerId }))}
          />
        </div>
      ) : null}
    </>
  );
}
