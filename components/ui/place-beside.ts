const GAP = 4;
/** What floats is not wider, in pixels: with less room along its anchor it goes to the window's edge. */
const WIDEST = 320;

/** Which edges of an anchor and what floats beside it are in line. */
export type Along = "start" | "end";

/** Puts a floating element beside its anchor without measuring it: below, or above in the lower half; along its start, or its end in the right half; in a narrow window at its edge. */
export function placeBeside(anchor: Pick<Element, "getBoundingClientRect">, floating: HTMLElement, wanted?: Along): void {
  const { top, bottom, left, right } = anchor.getBoundingClientRect();
  const { clientWidth, clientHeight } = document.documentElement;
  const below = bottom < clientHeight / 2;
  const along = wanted ?? (left + right < clientWidth ? "start" : "end");
  const room = below ? clientHeight - bottom : top;
  const isCramped = along === "start" ? clientWidth - left < WIDEST : right < WIDEST;
  const toStart = (along === "start") !== isCramped;
  const edge = isCramped ? GAP : Math.max(along === "start" ? left : clientWidth - right, GAP);
  Object.assign(floating.style, {
    position: "fixed",
    top: below ? `${bottom + GAP}px` : "auto",
    bottom: below ? "auto" : `${clientHeight - top + GAP}px`,
    left: toStart ? `${edge}px` : "auto",
    right: toStart ? "auto" : `${edge}px`,
    maxHeight: `${room - 2 * GAP}px`,
  });
}
