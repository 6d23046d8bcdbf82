"use client";

import { useTranslations } from "next-intl";
import { useNow } from "@/app/(officer)/inbox/feed/state";
import { useCommand } from "@/app/(officer)/inbox/keyboard/use-command";
import { Button } from "@/components/ui/button";
import { Kbd } from "@/components/ui/kbd";
import type { ThreadMessage } from "@/lib/threads/queries";
import { SECOND } from "@/lib/time/rules";
import { undoableReply } from "./undoable-reply";
import type { ReplyDesk } from "./use-reply";

type Props = { messages: readonly ThreadMessage[]; officerId: string; desk: ReplyDesk };

/** For five seconds after sending: what is about to go out, and the way to take it back. */
export function UndoBar({ messages, officerId, desk }: Props) {
  const t = useTranslations("composer");
  const now = useNow();
  const reply = undoableReply(messages, officerId, desk, now);
  useCommand("undo", () => {
    if (reply && !desk.withdrawing) void desk.withdraw(reply.id);
  });

  if (!reply) return null;
  const seconds = Math.ceil((reply.sendAfterAt.getTime() - now.getTime()) / SECOND);
  return (
    <span className="flex items-center gap-2.5 text-info" role="status">
      <span suppressHydrationWarning>
        <span className="sr-only">{t("undoable")}</span>
        <span aria-hidden="true">{t("undoSeconds", { seconds })}</span>
      </span>
      <Button size="small" busy={desk.withdrawing} aria-keyshortcuts="Escape Control+Z" onClick={() => desk.withdraw(reply.id)}>
        {t("withdraw")} <Kbd>Esc</Kbd>
      </Button>
    </span>
  );
}
