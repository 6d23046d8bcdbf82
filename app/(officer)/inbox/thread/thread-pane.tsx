"use client";

import { useMemo } from "react";
import { Composer } from "@/app/(officer)/inbox/composer/composer";
import { withPending } from "@/app/(officer)/inbox/composer/pending-reply";
import { useReply } from "@/app/(officer)/inbox/composer/use-reply";
import type { OpenThread } from "@/app/(officer)/inbox/feed/state";
import { MessageList } from "./message-list";
import { Passage } from "./passage";
import { ThreadHeader } from "./thread-header";
import { useBeingThere } from "./use-being-there";
import { useSaid } from "./use-said";

type Props = { open: OpenThread; officer: { id: string; name: string }; onBack: () => void };

/** One resident's conversation with the account, and what the officer says next. Mounted anew for each thread. */
export function ThreadPane({ open, officer, onBack }: Props) {
  const desk = useReply(open);
  useBeingThere(open.view.id);
  const { pending, sending, moved, draft } = desk;
  const messages = useMemo(() => withPending(open.view.messages, pending), [open.view.messages, pending]);
  const { said, around } = useSaid(open);
  const handling = {
    newSince: moved ? draft.seen.seq : null,
    savingId: sending ? (pending?.replyId ?? null) : null,
    onWithdraw: desk.withdraw,
    onBringBack: desk.bringBack,
  };
  return (
    <main id="thread" className="grid min-h-0 min-w-0 grid-cols-1 grid-rows-[auto_minmax(0,1fr)_auto] bg-bg">
      <ThreadHeader open={open} officer={officer} onBack={onBack} />
      {said && around ? (
        <Passage key={around.id} open={open} first={around.passage} said={said} {...handling} />
      ) : (
        <MessageList open={open} messages={messages} ownId={pending?.replyId ?? null} said={said} {...handling} />
      )}
      <Composer open={open} officer={officer} desk={desk} />
    </main>
  );
}
