"use client";

import type { ReactNode } from "react";

type ToolProps = { label: string; disabled?: boolean; onClick: () => void; children: ReactNode };

/** A button of the light box's bar. */
export function Tool({ label, disabled = false, onClick, children }: ToolProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      disabled={disabled}
      onClick={onClick}
      className="grid size-9 place-items-center rounded-md enabled:hover:bg-white/15 disabled:opacity-40"
    >
      {children}
    </button>
  );
}

/** The arrow at a side of the light box. */
export function Side({ label, side, onClick, children }: ToolProps & { side: string }) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      onClick={onClick}
      className={`-translate-y-1/2 absolute top-1/2 grid size-11 place-items-center rounded-full bg-black/55 hover:bg-black/80 ${side}`}
    >
      {children}
    </button>
  );
}
