"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useRefusalSentence } from "@/app/(officer)/inbox/use-refusal-sentence";
import { HandoverCounts } from "@/app/(officer)/roster/handover-counts";
import { useDay } from "@/app/(officer)/roster/use-hours";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { FormAlert } from "@/components/ui/form-alert";
import type { HandoverNote } from "@/lib/shifts/handovers";
import { timeOf } from "@/lib/time/zones";
import { readHandoverAction } from "./actions";

type Props = { note: HandoverNote; timeZone: string; onClose: () => void };

/** 接班: what was handed over, until somebody says that it is read. */
export function HandoverReader({ note, timeZone, onClose }: Props) {
  const t = useTranslations("duty.handover");
  const day = useDay(timeZone);
  const common = useTranslations("common");
  const sentence = useRefusalSentence();
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState("");

  async function read() {
    setBusy(true);
    const result = await readHandoverAction({ handoverId: note.id }).catch(() => null);
    setBusy(false);
    setWrong(result === null ? common("unreachable") : result.ok ? "" : sentence(result));
    if (result?.ok) onClose();
  }
  return (
    <Dialog open title={t("from", { name: note.officer.name })} closeLabel={common("close")} onClose={onClose}>
      <p className="text-ink-3 text-sm tabular-nums">{t("when", { day: day(note.writtenAt), time: timeOf(note.writtenAt, timeZone) })}</p>
      <p className="mt-2 whitespace-pre-wrap break-words">{note.text}</p>
      <HandoverCounts counts={note.counts} account={note.accountId} />
      <FormAlert>{wrong}</FormAlert>
      <div className="mt-3 flex flex-wrap justify-end gap-3">
        <Button onClick={onClose}>{t("later")}</Button>
        <Button tone="primary" busy={busy} onClick={() => void read()}>
          {t("read")}
        </Button>
      </div>
    </Dialog>
  );
}
