const GAP = 4;

/** Which edges of an anchor and what floats beside it are in line. */
export type Along = "start" | "end";

/** Puts a floating element beside its anchor without measuring it: below, or above in the lower half; along its start, or its end in the right half. */
export function placeBeside(anchor: Pick<Element, "getBoundingClientRect">, floating: HTMLElement, wanted?: Along): void {
  const { top, bottom, left, right } = anchor.getBoundingClientRect();
  const { clientWidth, clientHeight } = document.documentElement;
  const below = bottom < clientHeight / 2;
  const along = wanted ?? (left + right < clientWidth ? "start" : "end");
  const room = below ? clientHeight - bottom : top;
  Object.assign(floating.style, {
    position: "fixed",
    top: below ? `${bottom + GAP}px` : "auto",
    bottom: below ? "auto" : `${clientHeight - top + GAP}px`,
    left: along === "start" ? `${Math.max(left, GAP)}px` : "auto",
    right: along === "end" ? `${Math.max(clientWidth - right, GAP)}px` : "auto",
    maxHeight: `${room - 2 * GAP}px`,
  });
}
