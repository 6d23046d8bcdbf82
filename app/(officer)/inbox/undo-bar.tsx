"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import type { ThreadMessage } from "@/lib/threads/queries";
import { SECOND } from "@/lib/time/rules";
import { withPending } from "./pending-reply";
import { useNow } from "./state";
import { useCommand } from "./use-command";
import type { ReplyDesk } from "./use-reply";

type Props = { messages: readonly ThreadMessage[]; officerId: string; desk: ReplyDesk };

/** For five seconds after sending: what is about to go out, and the way to take it back. */
export function UndoBar({ messages, officerId, desk }: Props) {
  const t = useTranslations("composer");
  const now = useNow();
  const { pending, sending } = desk;
  const newest = withPending(messages, pending).findLast(({ reply }) => reply?.officer.id === officerId)?.reply;
  const isSaving = sending && newest?.id === pending?.replyId;
  const seconds = newest ? Math.ceil((newest.sendAfterAt.getTime() - now.getTime()) / SECOND) : 0;
  const isUndoable = newest?.status === "queued" && newest.attempts === 0 && seconds > 0 && !isSaving;

  useCommand("undo", () => {
    if (newest && isUndoable) void desk.withdraw(newest.id);
  });

  if (!newest || !isUndoable) return null;
  return (
    <span className="flex items-center gap-2.5 text-info" role="status">
      <span suppressHydrationWarning>
        <span className="sr-only">{t("undoable")}</span>
        <span aria-hidden="true">{t("undoSeconds", { seconds })}</span>
      </span>
      <Button size="small" onClick={() => desk.withdraw(newest.id)}>
        {t("withdraw")}
      </Button>
    </span>
  );
}
