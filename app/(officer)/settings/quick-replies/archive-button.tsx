"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { FormAlert } from "@/components/ui/form-alert";
import { toast } from "@/components/ui/toast";
import type { QuickReply } from "@/lib/quick-replies/queries";
import { archiveQuickReplyAction } from "./actions";

/** Takes a text out of the lists; asks once more, because nobody brings it back. */
export function ArchiveButton({ quickReply }: { quickReply: QuickReply }) {
  const t = useTranslations("quickReplySettings");
  const refusals = useTranslations("refusals");
  const common = useTranslations("common");
  const router = useRouter();
  const [sure, setSure] = useState(false);
  const [running, setRunning] = useState(false);
  const [wrong, setWrong] = useState("");

  async function archive() {
    setRunning(true);
    const result = await archiveQuickReplyAction({ quickReplyId: quickReply.id }).catch(() => null);
    setRunning(false);
    setSure(false);
    if (!result?.ok) return setWrong(result ? refusals(result.refusal, result.facts) : common("unreachable"));
    toast(t("archived", { title: quickReply.title }));
    router.push("/settings/quick-replies?archived");
  }

  return (
    <>
      <FormAlert>{wrong}</FormAlert>
      <Button tone="danger" busy={running} onBlur={() => setSure(false)} onClick={() => (sure ? void archive() : setSure(true))}>
        {sure ? t("archiveSurely") : t("archive")}
      </Button>
    </>
  );
}
