import { useLayoutEffect, useRef, useState } from "react";

const ZOOMS = [1, 1.5, 2, 3, 4] as const;
const MOST = ZOOMS.length - 1;
/** How far a key moves what is magnified, in pixels. */
const PAN = 120;

/** How much a picture is magnified in its pane: what stands in the middle stays there. */
export function useZoom() {
  const pane = useRef<HTMLDivElement>(null);
  const middle = useRef({ x: 0.5, y: 0.5 });
  const [step, setStep] = useState(0);
  useLayoutEffect(() => {
    const shown = pane.current;
    if (!shown || step === 0) return;
    shown.scrollLeft = middle.current.x * shown.scrollWidth - shown.clientWidth / 2;
    shown.scrollTop = middle.current.y * shown.scrollHeight - shown.clientHeight / 2;
  }, [step]);

  return {
    pane,
    zoom: ZOOMS[step] ?? 1,
    isMost: step === MOST,
    magnify: (steps: number) => {
      const shown = pane.current;
      if (shown)
        middle.current = {
          x: (shown.scrollLeft + shown.clientWidth / 2) / shown.scrollWidth,
          y: (shown.scrollTop + shown.clientHeight / 2) / shown.scrollHeight,
        };
      setStep((now) => Math.min(Math.max(now + steps, 0), MOST));
    },
    pan: (right: number, down: number) => pane.current?.scrollBy(right * PAN, down * PAN),
  };
}
