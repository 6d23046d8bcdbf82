import { useEffect } from "react";

/** Where the focus goes when what had it is gone, the first that is in sight: the row at hand, the thread, the queue. */
const PLACES = ["a[data-row][aria-current]", "a[data-row][tabindex='0']", "#main"];

/**
 * Gives the focus a place when the thing that had it is taken off the page (a button that has done its work, a bar that is not needed
 * any more): keys go on working, and a screen reader does not begin at the top.
 */
export function useKeptFocus(): void {
  useEffect(() => {
    let last: Element | null = null;
    const remember = ({ target }: FocusEvent) => {
      last = target instanceof Element ? target : null;
    };
    const observer = new MutationObserver(() => {
      if (!last || last.isConnected || (document.activeElement && document.activeElement !== document.body)) return;
      last = null;
      PLACES.flatMap((place) => [...document.querySelectorAll<HTMLElement>(place)])
        .find((element) => element.checkVisibility())
        ?.focus({ preventScroll: true });
    });
    document.addEventListener("focusin", remember);
    observer.observe(document.body, { childList: true, subtree: true });
    return () => {
      document.removeEventListener("focusin", remember);
      observer.disconnect();
    };
  }, []);
}
