"use client";

import type { ReactNode, Ref } from "react";
import { useComposition } from "@/app/(officer)/inbox/keyboard/use-composition";
import { TextInput } from "@/components/ui/text-input";

type Line = { text: string; label: string; placeholder: string; most: number; readOnly?: boolean };
type Heard = { onText(text: string): void; onEnter(): void; onLeave(): void };
type Props = Line & Heard & { input: Ref<HTMLInputElement>; className: string; children: ReactNode };

/** One line to write and the buttons behind it. Enter takes it, Esc leaves it; the key that ends a composition is the input method's. */
export function LineForm({
  input,
  className,
  text,
  label,
  placeholder,
  most,
  readOnly = false,
  onText,
  onEnter,
  onLeave,
  children,
}: Props) {
  const composition = useComposition();
  return (
    <form
      className={className}
      onSubmit={(event) => {
        event.preventDefault();
        onEnter();
      }}
    >
      <TextInput
        ref={input}
        aria-label={label}
        placeholder={placeholder}
        readOnly={readOnly}
        maxLength={most}
        value={text}
        onChange={(event) => onText(event.target.value)}
        {...composition.handlers}
        onKeyDown={(event) => {
          if (event.key !== "Enter" && event.key !== "Escape") return;
          if (composition.blocks(event)) return event.preventDefault();
          if (event.key === "Enter") return;
          event.preventDefault();
          onLeave();
        }}
      />
      {children}
    </form>
  );
}
