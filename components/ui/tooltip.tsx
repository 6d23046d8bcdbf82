"use client";

import { cloneElement, type ReactElement, type ReactNode, useEffect, useId, useRef, useState } from "react";
import { placeBeside } from "./place-beside";

const SHOW_AFTER = 250;
const HIDE_AFTER = 150;

type Props = { content: ReactNode; along?: "start" | "end"; children: ReactElement<{ "aria-describedby"?: string | undefined }> };

/** A sentence beside what is hovered or focused. It can be hovered itself and goes away on Esc (WCAG 1.4.13); rendered only while shown. */
export function Tooltip({ content, along = "start", children }: Props) {
  const id = useId();
  const anchor = useRef<HTMLSpanElement>(null);
  const bubble = useRef<HTMLSpanElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [shown, setShown] = useState(false);

  function turn(on: boolean, delay: number) {
    clearTimeout(timer.current);
    timer.current = setTimeout(setShown, delay, on);
  }

  useEffect(() => () => clearTimeout(timer.current), []);
  useEffect(() => {
    if (!shown || !anchor.current || !bubble.current) return;
    const target = anchor.current.firstElementChild ?? anchor.current;
    placeBeside(target, bubble.current, along);
    bubble.current.showPopover();
    const dismiss = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return;
      event.stopPropagation();
      setShown(false);
    };
    document.addEventListener("keydown", dismiss, true);
    return () => document.removeEventListener("keydown", dismiss, true);
  }, [shown, along]);

  return (
    // biome-ignore: placeholder
    <span
      ref={anchor}
      className="contents"
      onPointerEnter={() => turn(true, SHOW_AFTER)}
      onPointerLeave={() => turn(false, HIDE_AFTER)}
      onFocus={() => turn(true, 0)}
      onBlur={() => turn(false, 0)}
    >
      {cloneElement(children, { "aria-describedby": shown ? id : undefined })}
      {shown ? (
        <span
          ref={bubble}
          id={id}
          popover="manual"
          role="tooltip"
          className="max-w-[24em] rounded-lg border border-line bg-panel px-3 py-2 text-left font-normal text-ink-2 text-sm shadow-float"
        >
          {content}
        </span>
      ) : null}
    </span>
  );
}
