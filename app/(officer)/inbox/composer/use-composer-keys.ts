import type { KeyboardEvent, RefObject } from "react";
import type { OpenThread } from "@/app/(officer)/inbox/feed/state";
import { useInbox } from "@/app/(officer)/inbox/feed/state";
import { keyOf } from "@/app/(officer)/inbox/keyboard/keys";
import type { useComposition } from "@/app/(officer)/inbox/keyboard/use-composition";
import { keptPlace } from "@/app/(officer)/inbox/use-kept-focus";
import { usePreferences } from "@/app/(officer)/preferences-provider";
import { undoableReply } from "./undoable-reply";
import type { ReplyDesk } from "./use-reply";

type Desk = { open: OpenThread; desk: ReplyDesk; field: RefObject<HTMLTextAreaElement | null>; canSend: boolean };

/**
 * The keys of the composer: the officer's own for sending (Ctrl+Enter, with Shift on to what is due), Enter where the officer wants
 * it so; in an empty text Ctrl+Z takes the last reply back. Esc only leaves: whoever has sent goes on with it, and must not undo.
 */
export function useComposerKeys({ open, desk, field, canSend }: Desk, composition: ReturnType<typeof useComposition>) {
  const { officer, openNextDue, serverNow } = useInbox();
  const { preferences, bindings } = usePreferences();

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
    if (event.defaultPrevented || composition.blocks(event)) return;
    const key = keyOf(event.nativeEvent);
    if (key === "Ctrl+Z" && !event.repeat && takeBack(event)) return event.preventDefault();
    // Out of the text, so that single keys work again.
    if (key === "Escape") return keptPlace()?.focus({ preventScroll: true });
    const isPlainEnter = key === "Enter" && preferences.enterSends && event.target === field.current;
    if (!isPlainEnter && key !== bindings.send && key !== bindings.sendAndNext) return;
    event.preventDefault();
    if (canSend && !event.repeat) void send(key === bindings.sendAndNext);
  };
}
