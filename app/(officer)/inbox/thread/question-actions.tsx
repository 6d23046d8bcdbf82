"use client";

import { useTranslations } from "next-intl";
import { useRef } from "react";
import { dismissDangerAction, reopenAction } from "@/app/(officer)/inbox/actions";
import { useInbox } from "@/app/(officer)/inbox/feed/state";
import { useCommand } from "@/app/(officer)/inbox/keyboard/use-command";
import { useRun } from "@/app/(officer)/inbox/use-run";
import { Button } from "@/components/ui/button";
import { Menu } from "@/components/ui/menu";
import { MenuGroup, MenuItem } from "@/components/ui/menu-item";
import { toast } from "@/components/ui/toast";
import type { QuestionRow } from "@/lib/questions/queries";
import { CLOSE_REASONS, statusOf } from "@/lib/questions/rules";
import { isUrgent } from "@/lib/questions/sorting";
import { AnswerControl } from "./answer-control";
import { SnoozeControl } from "./snooze-control";
import { useClose } from "./use-close";

type Props = { question: QuestionRow; officerId: string };

/** What an officer does with a question besides answering it. */
export function QuestionActions({ question, officerId }: Props) {
  return statusOf(question) === "open" ? <OpenActions question={question} officerId={officerId} /> : <Reopen question={question} />;
}

function OpenActions({ question, officerId }: Props) {
  const t = useTranslations("actions");
  const reasons = useTranslations("closeReasons");
  const { running, run } = useRun(question.threadId);
  const { seenVersion: threadVersion } = useInbox();
  const close = useClose(question);
  const closing = useRef<HTMLDivElement>(null);
  const questionId = question.id;

  useCommand("close", () => closing.current?.querySelector("button")?.click());

  return (
    <>
      <AnswerControl question={question} officerId={officerId} running={running} run={run} />
      {isUrgent(question) ? (
        <NotUrgent running={running} onDismiss={() => run(() => dismissDangerAction({ questionId, threadVersion }))} />
      ) : (
        <SnoozeControl question={question} running={running} run={run} />
      )}
      <div ref={closing}>
        <Menu button={t("close")} label={t("close")} along="end" disabled={running || close.running}>
          <MenuGroup label={t("closeHint")}>
            {CLOSE_REASONS.map((reason) => (
              <MenuItem key={reason} onSelect={() => close.close(reason)}>
                {reasons(reason)}
              </MenuItem>
            ))}
          </MenuGroup>
        </Menu>
      </div>
    </>
  );
}

/** What is urgent is not put off: the key for that says so. */
function NotUrgent({ running, onDismiss }: { running: boolean; onDismiss(): void }) {
  const t = useTranslations("actions");
  useCommand("snooze", () => toast(t("urgentStays")));
  return (
    <Button size="small" busy={running} onClick={onDismiss}>
      {t("notUrgent")}
    </Button>
  );
}

function Reopen({ question }: { question: QuestionRow }) {
  const t = useTranslations("actions");
  const { running, run } = useRun(question.threadId);
  const close = useClose(question);
  useCommand("undo", close.undo);
  return (
    <Button size="small" busy={running} onClick={() => run(() => reopenAction({ questionId: question.id }))}>
      {t("reopen")}
    </Button>
  );
}
