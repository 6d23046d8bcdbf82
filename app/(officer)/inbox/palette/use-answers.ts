import { countUse } from "@/app/(officer)/inbox/composer/quick-replies/count-use";
import { insertText } from "@/app/(officer)/inbox/composer/quick-replies/insert-text";
import { useQuickReplyList } from "@/app/(officer)/inbox/composer/quick-replies/use-quick-reply-list";
import { type OpenThread, useInbox } from "@/app/(officer)/inbox/feed/state";
import { runCommand } from "@/app/(officer)/inbox/keyboard/run-command";
import { currentQuestion } from "@/app/(officer)/inbox/thread/current-question";
import type { QuickReply } from "@/lib/quick-replies/queries";
import { filledText } from "@/lib/quick-replies/rules";

/** Quick replies that fit the open thread, and how a text gets into its reply. Without a thread there is nothing to insert them into. */
export function useAnswers(open: OpenThread | null): { list: readonly QuickReply[]; insert(text: string, quickReplyId?: string): void } {
  const { officer, serverNow } = useInbox();
  const { list } = useQuickReplyList(officer.id);
  const usable = open ? (list ?? []).filter(({ accountId }) => accountId === null || accountId === open.view.accountId) : [];
  return {
    list: usable,
    insert: (text, quickReplyId) => {
      if (!open) return;
      const facts = { remark: open.view.resident.remark, number: currentQuestion(open.questions)?.number ?? null, now: serverNow() };
      runCommand("reply");
      // The field may come into being with the command.
      requestAnimationFrame(() => {
        const field = document.activeElement;
        if (!(field instanceof HTMLTextAreaElement)) return;
        insertText(field, quickReplyId ? filledText(text, facts) : text);
        if (quickReplyId) countUse(quickReplyId);
      });
    },
  };
}
