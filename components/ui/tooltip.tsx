"use client";

import { cloneElement, type ReactElement, type ReactNode, useEffect, useId, useRef, useState } from "react";
import { type Along, placeBeside } from "./place-beside";

const SHOW_AFTER = 250;
const HIDE_AFTER = 150;

type Props = { content: ReactNode; along?: Along; children: ReactElement<{ "aria-describedby"?: string | undefined }> };

/** A sentence beside what is hovered or focused. It can be hovered itself and goes away on Esc (WCAG 1.4.13); rendered only while shown. */
export function Tooltip({ content, along, children }: Props) {
  const id = useId();
  const around = useRef<HTMLSpanElement>(null);
  const bubble = useRef<HTMLSpanElement>(null);
  const [shown, setShown] = useState(false);

  useEffect(() => (around.current ? listen(around.current, setShown) : undefined), []);
  useEffect(() => {
    const anchor = around.current?.firstElementChild;
    if (!shown || !anchor || !bubble.current) return;
    placeBeside(anchor, bubble.current, along);
    bubble.current.showPopover();
    return onEscape(() => setShown(false));
  }, [shown, along]);

  return (
    <span ref={around} className="contents">
      {cloneElement(children, { "aria-describedby": shown ? id : undefined })}
      {shown ? (
        <span
          ref={bubble}
          id={id}
          popover="manual"
          role="tooltip"
          className="max-w-[24em] whitespace-normal rounded-lg border border-line bg-panel px-3 py-2 text-left font-normal text-ink-2 text-sm shadow-float"
        >
          {content}
        </span>
      ) : null}
    </span>
  );
}

/** The bubble is inside `around`, so that a pointer may move onto it. */
function listen(around: HTMLElement, show: (shown: boolean) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const later = (shown: boolean, delay: number) => () => {
    clearTimeout(timer);
    timer = setTimeout(show, delay, shown);
  };
  const reactions = {
    pointerenter: later(true, SHOW_AFTER),
    pointerleave: later(false, HIDE_AFTER),
    focusin: later(true, 0),
    focusout: later(false, 0),
  };
  for (const [event, reaction] of Object.entries(reactions)) around.addEventListener(event, reaction);
  return () => {
    clearTimeout(timer);
    for (const [event, reaction] of Object.entries(reactions)) around.removeEventListener(event, reaction);
  };
}

/** Ahead of everybody else: the first Esc takes the sentence away and does nothing more. */
function onEscape(dismiss: () => void): () => void {
  const heard = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    dismiss();
  };
  document.addEventListener("keydown", heard, true);
  return () => document.removeEventListener("keydown", heard, true);
}
