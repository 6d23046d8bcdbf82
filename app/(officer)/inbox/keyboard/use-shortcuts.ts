import { useEffect, useEffectEvent, useRef } from "react";
import { flushSync } from "react-dom";
import { usePreferences } from "@/app/(officer)/preferences-provider";
import { type Command, commandOf } from "./commands";
import { CompositionGuard } from "./composition";
import { keyOf, typesText } from "./keys";

/** Where a character belongs to the text, a list's search or a menu, and is no command. */
const TEXT = "input:not([type=checkbox], [type=radio], [type=button]), textarea, select, [contenteditable]:not([contenteditable=false])";
const ABOVE = "dialog, [role=menu], [popover]";
const PRESSED_BY_ENTER = "a, button, summary, input, [role=button]";
const PRESSED_BY_SPACE = "button, summary, input, [role=button]";

/**
 * Runs the command of a key. A key that types does nothing in a text field and when the officer has switched single keys off
 * (WCAG 2.1.4); none does while an input method composes, in an open dialog or menu, or where somebody has taken it already.
 */
export function useShortcuts(run: (command: Command) => void): void {
  const { preferences, bindings } = usePreferences();
  const guard = useRef<CompositionGuard>(null);
  const onKey = useEffectEvent((event: KeyboardEvent, composing: CompositionGuard) => {
    if (event.defaultPrevented || composing.blocks(event)) return;
    const key = keyOf(event);
    const command = key === null ? null : commandOf(key, bindings, isInGroup(event));
    if (!key || !command || isElsewhere(event, key) || (typesText(key) && key !== "Escape" && !preferences.shortcuts.on)) return;
    event.preventDefault();
    // What follows from a key stands before the next one comes, however fast one types.
    flushSync(() => run(command));
  });
  useEffect(() => {
    guard.current ??= new CompositionGuard();
    const composing = guard.current;
    const leaving = new AbortController();
    const { signal } = leaving;
    window.addEventListener("compositionstart", () => composing.start(), { signal, capture: true });
    window.addEventListener("compositionend", (event) => composing.end(event.timeStamp), { signal, capture: true });
    window.addEventListener("keydown", (event) => onKey(event, composing), { signal });
    return () => leaving.abort();
  }, []);
}

function isElsewhere(event: KeyboardEvent, key: string): boolean {
  const target = event.target instanceof HTMLElement ? event.target : null;
  if (!target) return false;
  if (target.closest(ABOVE)) return true;
  if (key === "Enter" && target.closest(PRESSED_BY_ENTER)) return true;
  if (key === "Space" && target.closest(PRESSED_BY_SPACE)) return true;
  return typesText(key) && target.closest(TEXT) !== null;
}

function isInGroup({ target }: KeyboardEvent): boolean {
  return target instanceof Element && target.closest("[data-group]") !== null;
}
