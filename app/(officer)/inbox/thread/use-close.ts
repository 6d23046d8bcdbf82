import { useTranslations } from "next-intl";
import { closeAction, undoCloseAction } from "@/app/(officer)/inbox/actions";
import { useInbox } from "@/app/(officer)/inbox/feed/state";
import { useRun } from "@/app/(officer)/inbox/use-run";
import { toast } from "@/components/ui/toast";
import type { QuestionRow } from "@/lib/questions/queries";
import { type CloseReason, UNDO_CLOSE_SECONDS } from "@/lib/questions/rules";
import { after, SECOND } from "@/lib/time/rules";

/** 结束 with its reason, and taking it back for thirty seconds: by the button in the corner or the key. */
export function useClose(question: QuestionRow) {
  const t = useTranslations("actions");
  const reasons = useTranslations("closeReasons");
  const { officer, serverNow, seenVersion: threadVersion } = useInbox();
  const { running, run } = useRun(question.threadId);
  const questionId = question.id;

  async function takeBack() {
    if (await run(() => undoCloseAction({ questionId }))) toast(t("closeUndone"));
  }

  return {
    running,
    close: async (reason: CloseReason) => {
      if (!(await run(() => closeAction({ questionId, reason, threadVersion })))) return;
      const action = { label: t("undoClose"), run: () => void takeBack() };
      toast(t("closed", { reason: reasons(reason) }), { action, seconds: UNDO_CLOSE_SECONDS });
    },
    /** Does nothing unless this officer closed it just now. */
    undo: () => {
      const isFresh = question.closedAt && after(question.closedAt, UNDO_CLOSE_SECONDS * SECOND) > serverNow();
      if (isFresh && question.closedById === officer.id) void takeBack();
    },
  };
}
