"use client";

import { type KeyboardEvent, useEffect, useRef } from "react";
import { keyOf } from "@/app/(officer)/inbox/keyboard/keys";

type Props = { label: string; hint: string; onKey(key: string): void; onCancel(): void };

/**
 * Waits for one key and tells its name; Esc gives up, Tab moves on. An application, so that screen readers hand letters on, and
 * read-only, so that no input method takes them.
 */
export function KeyCapture({ label, hint, onKey, onCancel }: Props) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);

  function press(event: KeyboardEvent) {
    const key = keyOf(event.nativeEvent);
    if (key === "Tab" || key === "Shift+Tab" || event.nativeEvent.isComposing) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.repeat || key === null) return;
    if (key === "Escape") onCancel();
    else onKey(key);
  }

  return (
    <span role="application" aria-label={label}>
      <input
        ref={field}
        readOnly
        value={hint}
        aria-label={label}
        onKeyDown={press}
        className="h-8 w-48 rounded-md border border-sel-bar bg-sel px-3 text-info text-sm"
      />
    </span>
  );
}
