"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Words } from "@/app/(officer)/inbox/queue/words";
import { useDateWords } from "@/app/(officer)/use-date-words";
import { languageOf } from "@/app/language-of";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { FormAlert } from "@/components/ui/form-alert";
import { toast } from "@/components/ui/toast";
import type { SampledClosing } from "@/lib/ratings/closings";
import type { ReviewClosing } from "@/lib/ratings/schema";
import { reviewClosingAction } from "./actions";

/** One question as it was closed: what was said, by whom and why it was closed, and the two verdicts. */
export function ClosingCard({ closing }: { closing: SampledClosing }) {
  const t = useTranslations("closings");
  const reasons = useTranslations("closeReasons");
  const refusals = useTranslations("refusals");
  const common = useTranslations("common");
  const { moment } = useDateWords(closing.closedAt);
  const router = useRouter();
  const [judging, setJudging] = useState<ReviewClosing["verdict"] | null>(null);
  const [wrong, setWrong] = useState("");
  const { questionId, closedAt, closedBy, reason, said, threadId, accountName } = closing;

  async function judge(verdict: ReviewClosing["verdict"]) {
    if (judging) return;
    setJudging(verdict);
    const result = await reviewClosingAction({ questionId, closedAt, verdict }).catch(() => null);
    setJudging(null);
    setWrong(result === null ? common("unreachable") : result.ok ? "" : refusals(result.refusal, result.facts));
    if (result?.ok) toast(t(verdict === "upheld" ? "upheldDone" : "overturnedDone"));
    if (result?.ok || result?.refusal === "closingReviewed" || result?.refusal === "closingNotFound") router.refresh();
  }

  return (
    <li className="rounded-xl border border-line bg-panel p-4">
      <p className="flex flex-wrap items-center gap-x-2 text-ink-2 text-sm" suppressHydrationWarning>
        <Badge tone="info">{reasons(reason)}</Badge>
        <span>{t("closedBy", { name: closedBy.name, at: moment(closedAt) })}</span>
        <span className="text-ink-3">{accountName}</span>
      </p>
      <ul className="mt-2 flex flex-col gap-1">
        {said.map(({ kind, text }, index) => (
          <li key={`${index}-${text}`} lang={languageOf(text)} className="wrap-anywhere line-clamp-4 whitespace-pre-wrap">
            <Words text={text} kind={kind} />
          </li>
        ))}
      </ul>
      <FormAlert>{wrong}</FormAlert>
      <div className="mt-3 flex flex-wrap gap-2">
        <Button busy={judging !== null} onClick={() => judge("upheld")}>
          {t("uphold")}
        </Button>
        <Button busy={judging !== null} onClick={() => judge("overturned")}>
          {t("overturn")}
        </Button>
        <Link href={`/inbox/${threadId}`} className="inline-flex h-9 items-center px-2 text-info underline">
          {t("open")}
        </Link>
      </div>
    </li>
  );
}
