import type { KeyboardEvent, RefObject } from "react";
import type { OpenThread } from "@/app/(officer)/inbox/feed/state";
import { useInbox } from "@/app/(officer)/inbox/feed/state";
import { undoableReply } from "./undoable-reply";
import type { useComposition } from "./use-composition";
import type { ReplyDesk } from "./use-reply";

type Desk = { open: OpenThread; desk: ReplyDesk; field: RefObject<HTMLTextAreaElement | null>; canSend: boolean };

/** The keys of the composer: Ctrl+Enter sends, with Shift it goes on to what is due; in an empty text Esc or Ctrl+Z takes the last reply back. */
export function useComposerKeys({ open, desk, field, canSend }: Desk, composition: ReturnType<typeof useComposition>) {
  const { officer, openNextDue, serverNow } = useInbox();

  async function send(thenNext: boolean) {
    const isSent = await desk.send();
    if (isSent && thenNext) openNextDue(open.view.id);
  }

  /** @returns whether there was something to take back */
  function takeBack(event: KeyboardEvent): boolean {
    if (event.target !== field.current || desk.draft.text !== "" || desk.withdrawing) return false;
    const reply = undoableReply(open.view.messages, officer.id, desk, serverNow());
    if (reply) void desk.withdraw(reply.id);
    return reply !== null;
  }

  return (event: KeyboardEvent) => {
    if (composition.blocks(event) || event.altKey) return;
    const isCommand = event.ctrlKey || event.metaKey;
    const isUndo = event.key === "Escape" || (isCommand && !event.shiftKey && event.key.toLowerCase() === "z");
    if (isUndo && !event.repeat && takeBack(event)) return event.preventDefault();
    // Out of the text, so that single keys work again.
    if (event.key === "Escape") return field.current?.blur();
    if (event.key !== "Enter" || !isCommand) return;
    event.preventDefault();
    if (canSend && !event.repeat) void send(event.shiftKey);
  };
}
