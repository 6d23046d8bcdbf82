"use client";

import { ChevronDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { claimAction, releaseAction } from "@/app/(officer)/inbox/actions";
import { useCommand } from "@/app/(officer)/inbox/keyboard/use-command";
import type { Run } from "@/app/(officer)/inbox/use-run";
import { Button } from "@/components/ui/button";
import { Menu } from "@/components/ui/menu";
import { MenuItem } from "@/components/ui/menu-item";
import type { QuestionRow } from "@/lib/questions/queries";

type Props = { question: QuestionRow; officerId: string; running: boolean; run: Run };

/** Who answers: take it, put one's own back, or, behind a menu, take it over from a colleague. A claim that comes in a moment before the click is never lifted by it. */
export function ClaimControl({ question, officerId, running, run }: Props) {
  const t = useTranslations("actions");
  const { id: questionId, assignedTo } = question;
  const claim = () => run(() => claimAction({ questionId }));
  useCommand("claim", () => {
    if (!running && assignedTo?.id !== officerId) void claim();
  });

  async function takeOver(assignedToId: string) {
    if (await run(() => releaseAction({ questionId, assignedToId }))) await claim();
  }

  if (assignedTo && assignedTo.id !== officerId)
    return (
      <Menu
        disabled={running}
        button={
          <>
            {t("takeOverMenu")}
            <ChevronDown size={16} aria-hidden />
          </>
        }
      >
        <MenuItem onSelect={() => void takeOver(assignedTo.id)}>{t("takeOver", { name: assignedTo.name })}</MenuItem>
      </Menu>
    );
  if (!assignedTo)
    return (
      <Button size="small" busy={running} onClick={claim}>
        {t("claim")}
      </Button>
    );
  return (
    <Button size="small" busy={running} onClick={() => run(() => releaseAction({ questionId, assignedToId: officerId }))}>
      {t("release")}
    </Button>
  );
}
