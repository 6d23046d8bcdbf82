"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { handOverAction } from "@/app/(officer)/inbox/actions";
import { useRun } from "@/app/(officer)/inbox/use-run";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { TEXT_BOX } from "@/components/ui/text-input";
import { toast } from "@/components/ui/toast";
import { MAX_NOTE_LENGTH } from "@/lib/notes/rules";
import type { QuestionRow } from "@/lib/questions/queries";

type Props = { question: QuestionRow; colleagues: readonly { id: string; name: string }[]; onClose: () => void };

/** 交接: to whom, and what the colleague must know. */
export function HandOverDialog({ question, colleagues, onClose }: Props) {
  const t = useTranslations("together.assign");
  const common = useTranslations("common");
  const { running, run } = useRun(question.threadId);
  const [toId, setToId] = useState(colleagues[0]?.id ?? "");
  const [note, setNote] = useState("");

  async function submit(event: FormEvent) {
    event.preventDefault();
    const to = colleagues.find(({ id }) => id === toId);
    if (!to || note.trim() === "" || running) return;
    if (!(await run(() => handOverAction({ questionId: question.id, toId, note })))) return;
    toast(t("handedOver", { name: to.name }));
    onClose();
  }

  return (
    <Dialog open title={t("handOverTitle")} closeLabel={common("close")} onClose={onClose}>
      <form onSubmit={submit} className="flex flex-col gap-3">
        <Field label={t("handOverTo")}>
          {(wiring) => (
            <select {...wiring} value={toId} onChange={(event) => setToId(event.target.value)} className={`h-9 w-full ${TEXT_BOX}`}>
              {colleagues.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={t("handOverNote")} hint={t("handOverHint")}>
          {(wiring) => (
            <textarea
              {...wiring}
              rows={4}
              required
              maxLength={MAX_NOTE_LENGTH}
              value={note}
              onChange={(event) => setNote(event.target.value)}
              className={`w-full py-2 ${TEXT_BOX}`}
            />
          )}
        </Field>
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{common("cancel")}</Button>
          <Button type="submit" tone="primary" busy={running}>
            {t("handOverSubmit")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
