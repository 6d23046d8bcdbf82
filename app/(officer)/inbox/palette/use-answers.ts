import { useZoneOf } from "@/app/(officer)/account-clocks";
import { countUse } from "@/app/(officer)/inbox/composer/quick-replies/count-use";
import { giveText } from "@/app/(officer)/inbox/composer/quick-replies/given-text";
import { useQuickReplyList } from "@/app/(officer)/inbox/composer/quick-replies/use-quick-reply-list";
import { type OpenThread, useInbox } from "@/app/(officer)/inbox/feed/state";
import { currentQuestion } from "@/app/(officer)/inbox/thread/current-question";
import type { QuickReply } from "@/lib/quick-replies/queries";
import { filledText, type VariableFacts } from "@/lib/quick-replies/rules";

/** Quick replies that fit the open thread, their variables filled in, and how a text gets into its reply. Without a thread there is nothing to insert them into. */
export function useAnswers(open: OpenThread | null): { list: readonly QuickReply[]; insert(text: string, quickReplyId?: string): void } {
  const { officer, serverNow } = useInbox();
  const timeZone = useZoneOf(open?.view.accountId);
  const { list } = useQuickReplyList(officer.id);
  return {
    list:
      open && list
        ? list.filter((one) => fits(one, open)).map((one) => ({ ...one, text: filledText(one.text, factsOf(open, serverNow(), timeZone)) }))
        : [],
    insert: (text, quickReplyId) => {
      if (!open) return;
      giveText(open.view.id, text);
      if (quickReplyId) countUse(quickReplyId);
    },
  };
}

function fits({ accountId }: QuickReply, open: OpenThread): boolean {
  return accountId === null || accountId === open.view.accountId;
}

function factsOf(open: OpenThread, now: Date, timeZone: string): VariableFacts {
  return { remark: open.view.resident.remark, number: currentQuestion(open.questions)?.number ?? null, now, timeZone };
}
