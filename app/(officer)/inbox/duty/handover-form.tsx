"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useEffect, useState } from "react";
import { useRefusalSentence } from "@/app/(officer)/inbox/use-refusal-sentence";
import { HandoverCounts } from "@/app/(officer)/roster/handover-counts";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { FormAlert } from "@/components/ui/form-alert";
import { TEXT_BOX } from "@/components/ui/text-input";
import { toast } from "@/components/ui/toast";
import type { DeskDuty } from "@/lib/shifts/lists";
import { MAX_HANDOVER_LENGTH } from "@/lib/shifts/rules";
import type { ActionResult } from "@/lib/web/officer-action";
import { signOffAction, writeHandoverAction } from "./actions";
import { loadOpenNow, type OpenNow } from "./load-open-now";

type Props = { duty: DeskDuty; leaving: boolean; onClose: () => void };

/** 交班: what is open and due stands there, the officer writes what whoever comes has to know; `leaving` signs off with it, or without. */
export function HandoverForm({ duty, leaving, onClose }: Props) {
  const t = useTranslations("duty.handover");
  const common = useTranslations("common");
  const sentence = useRefusalSentence();
  const { accountId } = duty;
  const [open, setOpen] = useState<OpenNow | null>(null);
  const [text, setText] = useState("");
  const [written, setWritten] = useState(false);
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState("");
  useEffect(() => {
    loadOpenNow(accountId).then(setOpen, () => undefined);
  }, [accountId]);

  async function done(run: () => Promise<ActionResult<unknown>>): Promise<boolean> {
    const result = await run().catch(() => null);
    setWrong(result === null ? common("unreachable") : result.ok ? "" : sentence(result));
    return result?.ok ?? false;
  }
  async function leave() {
    setBusy(true);
    const off = await done(() => signOffAction({ accountId }));
    setBusy(false);
    if (!off) return;
    toast(t("signedOff"));
    onClose();
  }
  async function submit(event: FormEvent) {
    event.preventDefault();
    if (busy || text.trim() === "") return;
    setBusy(true);
    // What was written once is not written again when only the signing off failed.
    const kept = written || (await done(() => writeHandoverAction({ accountId, text })));
    setBusy(false);
    if (!kept) return;
    setWritten(true);
    if (leaving) return leave();
    toast(t("kept"));
    onClose();
  }
  return (
    <Dialog open title={t("title", { account: duty.name })} closeLabel={common("close")} onClose={onClose}>
      <form onSubmit={submit}>
        {open ? <HandoverCounts counts={open} account={accountId} /> : <p className="min-h-8 text-ink-3 text-sm">{t("counting")}</p>}
        <div className="my-3">
          <Field label={t("text")} hint={t("hint")}>
            {(wiring) => (
              <textarea
                {...wiring}
                rows={6}
                maxLength={MAX_HANDOVER_LENGTH}
                value={text}
                onChange={({ target }) => {
                  setText(target.value);
                  setWritten(false);
                }}
                className={`w-full py-2 leading-relaxed ${TEXT_BOX}`}
              />
            )}
          </Field>
        </div>
        <FormAlert>{wrong}</FormAlert>
        <div className="flex flex-wrap justify-end gap-3">
          {leaving ? (
            <Button busy={busy} onClick={() => void leave()}>
              {t("leaveWithout")}
            </Button>
          ) : (
            <Button onClick={onClose}>{common("cancel")}</Button>
          )}
          <Button type="submit" tone="primary" busy={busy} disabled={text.trim() === ""}>
            {t(leaving ? "keepAndLeave" : "keep")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
