"use client";

import { useTranslations } from "next-intl";
import { useNow } from "@/app/(officer)/inbox/feed/state";
import { Keys } from "@/app/(officer)/inbox/keyboard/keys-shown";
import { useCommand } from "@/app/(officer)/inbox/keyboard/use-command";
import { Button } from "@/components/ui/button";
import type { ThreadMessage } from "@/lib/threads/queries";
import { secondsUntil, undoableReply } from "./undoable-reply";
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
  const seconds = secondsUntil(reply.sendAfterAt, now);
  return (
    <span className="flex items-center gap-2.5 text-info" role="status">
      <span suppressHydrationWarning>
        <span className="sr-only">{t("undoable")}</span>
        <span aria-hidden="true">{t("undoSeconds", { seconds })}</span>
      </span>
      <Button size="small" busy={desk.withdrawing} aria-keyshortcuts="Control+Z" onClick={() => desk.withdraw(reply.id)}>
        {t("withdraw")}
        <span aria-hidden="true" className="flex gap-1 max-md:hidden">
          <Keys keys="Ctrl+Z" />
        </span>
      </Button>
    </span>
  );
}
