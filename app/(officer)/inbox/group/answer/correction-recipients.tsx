"use client";

import { useTranslations } from "next-intl";
import { loadGroupAnswer } from "@/app/(officer)/inbox/group/loaders";
import { useRead } from "@/app/(officer)/inbox/group/use-read";

/** Before a 更正 goes: to how many, and to whom by name: everybody who has the wrong text or is getting it. */
export function CorrectionRecipients({ answerId, count }: { answerId: string; count: number }) {
  const t = useTranslations("group.answer");
  const sent = useTranslations("group.sent");
  const members = useRead(answerId, () => loadGroupAnswer(answerId))?.members ?? [];
  const got = members.filter(({ progress }) => progress === "sent" || progress === "sending");
  return (
    <section aria-label={t("recipients")} className="mb-2 rounded-lg border border-line bg-raise px-3 py-2 text-sm">
      <p role="status">{t("correctionTo", { count })}</p>
      {got.length > 0 ? (
        <details className="mt-1">
          <summary className="min-h-8 cursor-pointer py-1 text-info">{sent("showMembers")}</summary>
          <ul className="flex max-h-32 flex-wrap gap-x-3 overflow-y-auto">
            {got.map(({ questionId, remark, mark, progress }) => (
              <li key={questionId}>
                {remark ?? mark} <span className="text-ink-3">{sent(`one.${progress}`)}</span>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </section>
  );
}
