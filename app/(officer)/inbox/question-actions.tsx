"use client";

import { useTranslations } from "next-intl";
import { useRef } from "react";
import { Button } from "@/components/ui/button";
import { Menu } from "@/components/ui/menu";
import { MenuGroup, MenuItem } from "@/components/ui/menu-item";
import type { QuestionRow } from "@/lib/questions/queries";
import { CLOSE_REASONS, statusOf } from "@/lib/questions/rules";
import { claimAction, dismissDangerAction, raiseDangerAction, releaseAction, reopenAction } from "./actions";
import { isUrgent } from "./queue-order";
import { useClose } from "./use-close";
import { useCommand } from "./use-command";
import { useRun } from "./use-run";

type Props = { question: QuestionRow; officerId: string };

/** What an officer does with a question besides answering it. */
export function QuestionActions({ question, officerId }: Props) {
  return statusOf(question) === "open" ? <OpenActions question={question} officerId={officerId} /> : <Reopen question={question} />;
}

function OpenActions({ question, officerId }: Props) {
  const t = useTranslations("actions");
  const reasons = useTranslations("closeReasons");
  const { running, run } = useRun(question.threadId);
  const close = useClose(question);
  const closing = useRef<HTMLDivElement>(null);
  const questionId = question.id;
  const mine = question.assignedTo?.id === officerId;
  const claimed = question.assignedTo !== null;
  const urgent = isUrgent(question);

  useCommand("claim", () => {
    if (!running && !mine) void run(() => claimAction({ questionId }));
  });
  useCommand("close", () => closing.current?.querySelector("button")?.click());

  return (
    <>
      <Button size="small" disabled={running} onClick={() => run(() => (claimed ? releaseAction : claimAction)({ questionId }))}>
        {claimed ? t("release") : t("claim")}
      </Button>
      <Button size="small" disabled={running} onClick={() => run(() => (urgent ? dismissDangerAction : raiseDangerAction)({ questionId }))}>
        {urgent ? t("notUrgent") : t("urgent")}
      </Button>
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

function Reopen({ question }: { question: QuestionRow }) {
  const t = useTranslations("actions");
  const { running, run } = useRun(question.threadId);
  const close = useClose(question);
  useCommand("undo", close.undo);
  return (
    <Button size="small" disabled={running} onClick={() => run(() => reopenAction({ questionId: question.id }))}>
      {t("reopen")}
    </Button>
  );
}
