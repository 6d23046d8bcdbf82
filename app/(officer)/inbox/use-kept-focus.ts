import { useEffect } from "react";

/** Where the focus goes when what had it is gone, the first that is in sight: the row at hand, the thread, the queue. */
const PLACES = ["a[data-row][aria-current]", "a[data-row][tabindex='0']", "#main"];

/**
 * Gives the focus a place when the thing that had it is taken off the page (a button that has done its work, a bar that is not needed
 * any more) or was out of reach for a while: keys go on working, and a screen reader does not begin at the top.
 */
export function useKeptFocus(): void {
  useEffect(() => {
    let last: HTMLElement | null = null;
    let wasInert = false;
    const remember = ({ target }: FocusEvent) => {
      last = target instanceof HTMLElement ? target : null;
      wasInert = false;
    };
    const observer = new MutationObserver(() => {
      if (!last || (document.activeElement && document.activeElement !== document.body)) return;
      wasInert ||= last.isConnected && last.closest("[inert]") !== null;
      if (last.isConnected && (!wasInert || last.closest("[inert]"))) return;
      const place = last.isConnected ? last : keptPlace();
      [last, wasInert] = [null, false];
      place?.focus({ preventScroll: true });
    });
    document.addEventListener("focusin", remember);
    observer.observe(document.body, { childList: true, subtree: true, attributeFilter: ["inert"] });
    return () => {
      document.removeEventListener("focusin", remember);
      observer.disconnect();
    };
  }, []);
}

/** Where the focus goes that has no other place. */
export function keptPlace(): HTMLElement | undefined {
  return PLACES.flatMap((place) => [...document.querySelectorAll<HTMLElement>(place)]).find(
    (element) => element.checkVisibility() && !element.closest("[inert]"),
  );
}
