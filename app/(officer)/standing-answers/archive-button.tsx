"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useAct } from "@/app/(officer)/roster/use-act";
import { Button } from "@/components/ui/button";
import { FormAlert } from "@/components/ui/form-alert";
import type { StandingAnswer } from "@/lib/standing-answers/queries";
import { archiveAnswerAction } from "./actions";
import { listAddress } from "./addresses";

/** Takes an answer from residents; asks once more, because nobody brings it back. */
export function ArchiveButton({ answer, account }: { answer: StandingAnswer; account: string }) {
  const t = useTranslations("standingAnswers");
  const router = useRouter();
  const { busy, wrong, act } = useAct();
  const [isSure, setSure] = useState(false);

  async function archive() {
    setSure(false);
    const isDone = await act(() => archiveAnswerAction({ standingAnswerId: answer.id }), t("archived", { name: answer.name }));
    if (isDone) router.push(listAddress(account, ""));
  }

  return (
    <>
      <FormAlert>{wrong}</FormAlert>
      <Button tone="danger" busy={busy} onBlur={() => setSure(false)} onClick={() => (isSure ? void archive() : setSure(true))}>
        {isSure ? t("archiveSurely") : t("archive")}
      </Button>
    </>
  );
}
