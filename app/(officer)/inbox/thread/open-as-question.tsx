"use client";

import { useTranslations } from "next-intl";
import { openQuestionAction } from "@/app/(officer)/inbox/actions";
import { useRun } from "@/app/(officer)/inbox/use-run";
import type { ThreadMessage } from "@/lib/threads/queries";

/** 转为来信: the machine took a message for a greeting, thanks or a sticker, and it asks for something all the same. */
export function OpenAsQuestion({ message }: { message: ThreadMessage }) {
  const t = useTranslations("thread");
  const { running, run } = useRun(message.threadId);
  return (
    <button
      type="button"
      disabled={running}
      onClick={() => run(() => openQuestionAction({ messageId: message.id }))}
      className="mt-0.5 min-h-8 rounded-md px-2 text-info text-sm hover:bg-sel disabled:opacity-55"
    >
      {t("openAsQuestion")}
    </button>
  );
}
