import type { ReactNode } from "react";

/** A part of the context under its name. */
export function ContextSection({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h2 className="mb-1 text-ink-3 text-sm">{title}</h2>
      {children}
    </section>
  );
}
