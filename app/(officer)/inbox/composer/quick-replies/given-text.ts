import { useEffect, useEffectEvent } from "react";
import { runCommand } from "@/app/(officer)/inbox/keyboard/run-command";

const EVENT = "jida:text";

/** A text for the reply to one thread, until its field takes it. */
let waiting: { threadId: string; text: string } | null = null;

/** Puts a text into the reply to a thread, at the caret, from anywhere on the screen; the field comes up and has the focus. */
export function giveText(threadId: string, text: string): void {
  waiting = { threadId, text };
  runCommand("reply");
  window.dispatchEvent(new Event(EVENT));
}

/** For the reply's field: takes what is given for its thread, also what was given while another form stood in its place. */
export function useGivenText(threadId: string, insert: (text: string) => void): void {
  const take = useEffectEvent(() => {
    if (waiting?.threadId !== threadId) return;
    const { text } = waiting;
    waiting = null;
    insert(text);
  });
  useEffect(() => {
    const listener = () => take();
    listener();
    window.addEventListener(EVENT, listener);
    return () => window.removeEventListener(EVENT, listener);
  }, []);
}
