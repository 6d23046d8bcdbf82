import { useEffect, useEffectEvent } from "react";

export type Command = "next" | "previous" | "open" | "reply" | "close" | "claim" | "undo" | "back" | "help" | `view${1 | 2 | 3 | 4}`;

export const SHORTCUTS: Record<string, Command> = {
  j: "next",
  k: "previous",
  Enter: "open",
  r: "reply",
  e: "close",
  i: "claim",
  u: "undo",
  Escape: "back",
  "?": "help",
  "1": "view1",
  "2": "view2",
  "3": "view3",
  "4": "view4",
};

/** Where an officer's own choice stands (WCAG 2.1.4): `off` switches single keys off. */
export const SHORTCUTS_SETTING = "jida-shortcuts";

/** Runs the command of a single key. Never in a text field, never with a modifier, never while an input method composes, never inside an open dialog or menu. */
export function useShortcuts(run: (command: Command) => void): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const command = commandOf(event);
    if (!command || localStorage.getItem(SHORTCUTS_SETTING) === "off") return;
    event.preventDefault();
    run(command);
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKey(event);
    window.addEventListener("keydown", listener);
    return () => window.removeEventListener("keydown", listener);
  }, []);
}

/** Tells the panes that own a command: the composer, the question's actions. */
export function dispatchCommand(command: Command): void {
  window.dispatchEvent(new CustomEvent("jida:command", { detail: command }));
}

/** A key pressed on a thread that is still being read is meant for it: it waits until the thread's pane stands. */
let waiting: { command: Command; threadId: string } | null = null;

/** Keeps a command for the pane of a thread, in place of any that waits. */
export function leaveCommand(command: Command, threadId: string): void {
  waiting = { command, threadId };
}

/** @returns whether this command was waiting for this thread; it waits no longer */
export function takeCommand(command: Command, threadId: string): boolean {
  if (waiting?.command !== command || waiting.threadId !== threadId) return false;
  waiting = null;
  return true;
}

function commandOf(event: KeyboardEvent): Command | null {
  // 229 is what browsers report for a key that an input method has taken.
  if (event.defaultPrevented || event.isComposing || event.keyCode === 229 || event.ctrlKey || event.metaKey || event.altKey) return null;
  const target = event.target instanceof HTMLElement ? event.target : null;
  if (target?.closest("input, textarea, select, [contenteditable], dialog, [role=menu], [popover]")) return null;
  // Enter on a link or button is the button's.
  if (event.key === "Enter" && target?.closest("a, button")) return null;
  return SHORTCUTS[event.key.length === 1 ? event.key.toLowerCase() : event.key] ?? null;
}
