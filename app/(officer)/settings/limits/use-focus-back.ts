import { type RefObject, useRef } from "react";

/** What takes the focus when that which had it goes away. */
export function useFocusBack<Part extends HTMLElement>(): { target: RefObject<Part | null>; focusBack: () => void } {
  const target = useRef<Part>(null);
  // After the page has been drawn without the part that goes.
  return { target, focusBack: () => void requestAnimationFrame(() => target.current?.focus()) };
}
