"use client";

import { type ComponentProps, type CompositionEventHandler, type RefObject, useLayoutEffect, useSyncExternalStore } from "react";
import { TEXT_BOX } from "@/components/ui/text-input";

type Props = Omit<ComponentProps<"textarea">, "onChange" | "value"> & {
  ref: RefObject<HTMLTextAreaElement | null>;
  label: string;
  placeholder: string;
  value: string;
  /** Not to be changed just now, though still to be read and copied. */
  busy: boolean;
  onChange: (value: string) => void;
  onCompositionStart: CompositionEventHandler;
  onCompositionEnd: CompositionEventHandler;
};

/**
 * A text field as tall as its text, between three lines and a third of the window. It takes no letters before the page listens: React
 * would put the text that the server rendered in place of what was typed until then.
 */
export function AutoTextArea({ ref, label, busy, onChange, className = "", ...rest }: Props) {
  const { value } = rest;
  const isListening = useSyncExternalStore(
    () => () => undefined,
    () => true,
    () => false,
  );
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element || value === undefined) return;
    element.style.height = "auto";
    element.style.height = `${element.scrollHeight + 2}px`;
  }, [ref, value]);
  return (
    <textarea
      ref={ref}
      aria-label={label}
      readOnly={busy || !isListening}
      aria-busy={busy}
      onChange={(event) => onChange(event.target.value)}
      className={`block max-h-[30dvh] min-h-[84px] w-full short:min-h-14 short:py-1 resize-none py-2 leading-[1.65] ${TEXT_BOX} aria-busy:opacity-60 ${className}`}
      {...rest}
    />
  );
}
