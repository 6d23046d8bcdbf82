"use client";

import { ChevronDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { raiseDangerAction, setKindAction } from "@/app/(officer)/inbox/actions";
import { useRun } from "@/app/(officer)/inbox/use-run";
import { Menu } from "@/components/ui/menu";
import { MenuChoice, MenuGroup, MenuItem } from "@/components/ui/menu-item";
import type { QuestionRow } from "@/lib/questions/queries";
import { statusOf } from "@/lib/questions/rules";
import { isUrgent } from "@/lib/questions/sorting";
import { QUESTION_KINDS } from "@/lib/sla/rules";

/** What sort of question it is: guessed from its words, and put right here; also that it is urgent. */
export function KindControl({ question }: { question: QuestionRow }) {
  const t = useTranslations("together.kind");
  const kinds = useTranslations("questionKinds");
  const actions = useTranslations("actions");
  const { running, run } = useRun(question.threadId);
  return (
    <Menu
      disabled={running}
      label={t("menu", { kind: kinds(question.kind) })}
      className="-mx-1.5 inline-flex min-h-8 items-center gap-0.5 rounded-md px-1.5 hover:bg-line-2 hover:text-ink"
      button={
        <>
          {kinds(question.kind)}
          <ChevronDown size={14} aria-hidden />
        </>
      }
    >
      <MenuGroup label={t("kinds")}>
        {QUESTION_KINDS.map((kind) => (
          <MenuChoice
            key={kind}
            kind="radio"
            checked={kind === question.kind}
            onSelect={() => void run(() => setKindAction({ questionId: question.id, kind }))}
          >
            {kinds(kind)}
          </MenuChoice>
        ))}
      </MenuGroup>
      {statusOf(question) === "open" && !isUrgent(question) ? (
        <MenuItem onSelect={() => void run(() => raiseDangerAction({ questionId: question.id }))}>{actions("urgent")}</MenuItem>
      ) : null}
    </Menu>
  );
}
