"use client";

import { ChevronDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { setKindAction } from "@/app/(officer)/inbox/actions";
import { useRun } from "@/app/(officer)/inbox/use-run";
import { Menu } from "@/components/ui/menu";
import { MenuChoice } from "@/components/ui/menu-item";
import type { QuestionRow } from "@/lib/questions/queries";
import { QUESTION_KINDS } from "@/lib/questions/rules";

/** What sort of question it is: guessed from its words, and put right here. */
export function KindControl({ question }: { question: QuestionRow }) {
  const t = useTranslations("together.kind");
  const kinds = useTranslations("questionKinds");
  const { running, run } = useRun(question.threadId);
  return (
    <Menu
      disabled={running}
      label={t("menu", { kind: kinds(question.kind) })}
      className="inline-flex min-h-6 items-center gap-0.5 rounded px-1 hover:bg-line-2 hover:text-ink"
      button={
        <>
          {kinds(question.kind)}
          <ChevronDown size={14} aria-hidden />
        </>
      }
    >
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
    </Menu>
  );
}
