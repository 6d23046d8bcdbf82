"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { splitQuestionAction } from "@/app/(officer)/inbox/actions";
import { type OpenThread, useInbox } from "@/app/(officer)/inbox/feed/state";
import { Words } from "@/app/(officer)/inbox/queue/words";
import { useDates } from "@/app/(officer)/inbox/use-dates";
import { useRun } from "@/app/(officer)/inbox/use-run";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { toast } from "@/components/ui/toast";
import type { QuestionRow } from "@/lib/questions/queries";

type Props = { open: OpenThread; question: QuestionRow; onClose(): void };

/** 拆成两问: the messages of the other matter are chosen and become a question of their own. */
export function SplitDialog({ open, question, onClose }: Props) {
  const t = useTranslations("group.splitting");
  const common = useTranslations("common");
  const { time } = useDates();
  const { seenVersion = open.view.version } = useInbox();
  const { running, run } = useRun(open.view.id);
  const messages = open.view.messages.filter(({ direction, questionId }) => direction === "inbound" && questionId === question.id);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const isWhole = chosen.length === 0 || chosen.length === messages.length;

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (isWhole || running) return;
    const input = { questionId: question.id, threadVersion: seenVersion, messageIds: [...chosen] };
    if (!(await run(() => splitQuestionAction(input)))) return;
    toast(t("done"), { about: "group" });
    onClose();
  }
  return (
    <Dialog open title={t("title")} closeLabel={common("close")} onClose={onClose}>
      <form onSubmit={submit} className="flex flex-col gap-3">
        <p className="text-ink-2 text-sm">{t("hint")}</p>
        <ul className="flex max-h-[50dvh] flex-col gap-1 overflow-y-auto">
          {messages.map(({ id, text, kind, at }) => (
            <li key={id}>
              <label className="flex min-h-9 cursor-pointer items-start gap-2.5 rounded-md px-2 py-1.5 hover:bg-line-2 has-checked:bg-sel">
                <input
                  type="checkbox"
                  checked={chosen.includes(id)}
                  onChange={({ target }) => setChosen(target.checked ? [...chosen, id] : chosen.filter((other) => other !== id))}
                  className="mt-1 size-4 accent-(--action)"
                />
                <span className="min-w-0 flex-1">
                  <Words text={text} kind={kind} />
                </span>
                <span className="text-ink-3 text-sm">{time(at)}</span>
              </label>
            </li>
          ))}
        </ul>
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{common("cancel")}</Button>
          <Button type="submit" tone="primary" busy={running} disabled={isWhole}>
            {t("submit")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
