"use client";

import { type ReactNode, useId } from "react";

type Props = { label: ReactNode; hint?: ReactNode; checked: boolean; disabled?: boolean; onChange: (checked: boolean) => void };

/** Something that is on or off, taking effect at once; its row is one target. */
export function Switch({ label, hint, checked, disabled = false, onChange }: Props) {
  const hintId = useId();
  return (
    <label className="flex min-h-8 cursor-pointer items-start gap-3 py-1 has-disabled:cursor-default has-disabled:opacity-55">
      <input
        type="checkbox"
        role="switch"
        checked={checked}
        aria-checked={checked}
        disabled={disabled}
        aria-describedby={hint ? hintId : undefined}
        onChange={(event) => onChange(event.target.checked)}
        className="peer sr-only"
      />
      <span
        aria-hidden="true"
        className="relative mt-0.5 h-5 w-9 shrink-0 rounded-full border border-edge bg-line-2 transition-colors after:absolute after:top-[1px] after:left-[1px] after:size-4 after:rounded-full after:bg-edge after:transition-transform peer-checked:border-action peer-checked:bg-action peer-checked:after:translate-x-4 peer-checked:after:bg-white peer-focus-visible:outline-2 peer-focus-visible:outline-info peer-focus-visible:outline-offset-2"
      />
      <span className="min-w-0">
        {label}
        {hint ? (
          <span id={hintId} className="block max-w-[40em] text-ink-3 text-sm">
            {hint}
          </span>
        ) : null}
      </span>
    </label>
  );
}
