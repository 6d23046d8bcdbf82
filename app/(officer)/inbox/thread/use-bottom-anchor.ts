import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";

/** This close to the end counts as reading the end. */
const NEAR = 60;

type Ends = { first: string | undefined; last: string | undefined; ownLast: boolean };

/**
 * Keeps a scrolled list at its end while the officer reads there, and where it is while they read further up, whatever is added
 * above or below. `ends` names the first and last thing shown; `ownLast`: the officer has just added the last one.
 */
export function useBottomAnchor(list: RefObject<HTMLElement | null>, { first, last, ownLast }: Ends) {
  const atEnd = useRef(true);
  const before = useRef<{ first: string | undefined; last: string | undefined; height: number }>({ first, last, height: 0 });
  const [hasNew, setHasNew] = useState(false);

  const toEnd = useCallback(() => {
    if (list.current) list.current.scrollTop = list.current.scrollHeight;
    atEnd.current = true;
    setHasNew(false);
  }, [list]);

  useLayoutEffect(() => {
    const element = list.current;
    if (!element) return;
    const known = before.current;
    if (known.first !== first && known.last === last) element.scrollTop += element.scrollHeight - known.height;
    else if (atEnd.current || (ownLast && known.last !== last)) toEnd();
    else if (known.last !== last) setHasNew(true);
    before.current = { first, last, height: element.scrollHeight };
  });

  // The composer grows and shrinks beneath the list.
  useEffect(() => {
    const element = list.current;
    if (!element) return;
    const observer = new ResizeObserver(() => {
      if (atEnd.current) element.scrollTop = element.scrollHeight;
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [list]);

  function onScroll() {
    const element = list.current;
    if (!element) return;
    atEnd.current = !isFarFromEnd(element);
    if (atEnd.current) setHasNew(false);
  }

  return { hasNew, toEnd, onScroll };
}

/** Whether one reads a list further up than its end. */
export function isFarFromEnd(list: HTMLElement | null): boolean {
  return list !== null && list.scrollHeight - list.scrollTop - list.clientHeight >= NEAR;
}
