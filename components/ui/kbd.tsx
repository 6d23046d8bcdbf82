import type { ReactNode } from "react";

/** The name of a key. */
export function Kbd({ children }: { children: ReactNode }) {
  return (
    <kbd className="rounded-[5px] border border-line border-b-2 bg-panel px-1.5 font-mono text-[12px] text-ink-3 leading-[18px]">
      {children}
    </kbd>
  );
}
