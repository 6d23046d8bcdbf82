import { type RefObject, useEffect, useEffectEvent, useRef, useState } from "react";
import { CompositionGuard } from "@/app/(officer)/inbox/keyboard/composition";
import { insertText } from "./insert-text";
import { triggerBefore, typedAfter } from "./trigger";

/** A search that is underway: its sign at `start` of the text, what was typed after it, and whether a command put the sign there. */
export type Search = { start: number; typed: string; byCommand: boolean };
/** What the list does with a key; false for one that it leaves alone. */
export type KeyTaker = (key: string) => boolean;

const KEYS = new Set(["ArrowUp", "ArrowDown", "Enter", "Tab"]);

/**
 * Watches a text field for the sign that asks for quick replies, and takes the list's keys before anybody else while one is asked
 * for. While an input method composes, its letters and keys are its own.
 * @returns the search; `ask` begins one at the caret; `close` ends it; `taker`: where the list says what it does with a key
 */
export function useTrigger(field: RefObject<HTMLTextAreaElement | null>) {
  const [search, setSearch] = useState<Search | null>(null);
  const taker = useRef<KeyTaker>(null);
  const close = () => setSearch(null);

  function ask() {
    const text = field.current;
    if (!text || text.readOnly) return;
    // A text that nobody has stepped into yet has its caret at its start.
    const start = document.activeElement === text || text.selectionEnd > 0 ? text.selectionEnd : text.value.length;
    text.focus();
    if (search) return;
    insertText(text, "；", { start, end: start });
    setSearch({ start, typed: "", byCommand: true });
  }

  const follow = useEffectEvent((text: HTMLTextAreaElement, isTyping: boolean) => {
    const caret = text.selectionStart;
    const typed = search && caret === text.selectionEnd ? typedAfter(text.value, search.start, caret) : null;
    if (search && typed !== null) return typed === search.typed ? undefined : setSearch({ ...search, typed });
    const start = isTyping ? triggerBefore(text.value, caret) : null;
    if (start !== null) setSearch({ start, typed: "", byCommand: false });
    else if (search) setSearch(null);
  });
  const take = useEffectEvent((event: KeyboardEvent, text: HTMLTextAreaElement) => {
    if (!search || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    if (event.key === "Escape") {
      event.preventDefault();
      if (search.byCommand && search.typed === "") insertText(text, "", { start: search.start, end: search.start + 1 });
      return setSearch(null);
    }
    // While the list is still being loaded a quick Enter is meant for it, too.
    if (KEYS.has(event.key) && (taker.current?.(event.key) ?? true)) event.preventDefault();
  });

  useEffect(() => {
    const text = field.current;
    if (!text) return;
    const guard = new CompositionGuard();
    let composing = false;
    const leaving = new AbortController();
    const { signal } = leaving;
    const followInput = (event: Event) => {
      if (!(event instanceof InputEvent && event.isComposing)) follow(text, event instanceof InputEvent && isTyped(event.inputType));
    };
    const begin = () => {
      composing = true;
      guard.start();
    };
    const end = (event: CompositionEvent) => {
      composing = false;
      guard.end(event.timeStamp);
      follow(text, true);
    };
    const followCaret = () => {
      if (!composing && document.activeElement === text) follow(text, false);
    };
    text.addEventListener("compositionstart", begin, { signal });
    text.addEventListener("compositionend", end, { signal });
    text.addEventListener("input", followInput, { signal });
    text.addEventListener("blur", () => setSearch(null), { signal });
    text.addEventListener("keydown", (event) => guard.blocks(event) || take(event, text), { signal });
    document.addEventListener("selectionchange", followCaret, { signal });
    return () => leaving.abort();
  }, [field]);

  return { search, ask, close, taker };
}

function isTyped(inputType: string): boolean {
  return inputType === "insertText" || inputType === "insertCompositionText" || inputType === "insertFromComposition";
}
