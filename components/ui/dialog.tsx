"use client";

import { X } from "lucide-react";
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from "react";

type Props = { open: boolean; title: string; closeLabel: string; onClose: () => void; wide?: boolean; children: ReactNode };

/** A question or a page above the page, with the focus where one types first. The browser keeps it inside, closes on Esc and gives it back. */
export function Dialog({ open, title, closeLabel, onClose, wide = false, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    if (!open) return dialog.current?.close();
    if (dialog.current?.open) return;
    dialog.current?.showModal();
    dialog.current?.querySelector<HTMLElement>("form :is(input, select, textarea)")?.focus();
  }, [open]);
  return (
    <dialog
      ref={dialog}
      aria-labelledby={titleId}
      onClose={onClose}
      onKeyDown={onKeyDown}
      className={`max-h-[85dvh] ${wide ? "w-[min(46rem,calc(100vw-2rem))]" : "w-[min(34rem,calc(100vw-2rem))]"} overflow-auto rounded-xl border border-line bg-panel p-5 text-ink shadow-float backdrop:bg-black/40`}
    >
      {open ? (
        <>
          <div className="mb-3 flex items-start gap-4">
            <h2 id={titleId} className="flex-1 font-semibold text-lg">
              {title}
            </h2>
            <button
              type="button"
              aria-label={closeLabel}
              onClick={() => dialog.current?.close()}
              className="grid size-8 place-items-center rounded-md text-ink-3 hover:bg-line-2 hover:text-ink"
            >
              <X size={18} aria-hidden />
            </button>
          </div>
          {children}
        </>
      ) : null}
    </dialog>
  );
}

/** What an input method sends while it handles a key itself: to Safari an Esc that ends a composition is over already. */
const HANDLED_BY_INPUT_METHOD = 229;

function onKeyDown(event: KeyboardEvent) {
  const { isComposing, keyCode } = event.nativeEvent;
  if (event.key === "Escape" && (isComposing || keyCode === HANDLED_BY_INPUT_METHOD)) event.preventDefault();
}
