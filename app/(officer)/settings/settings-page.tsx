import type { ReactNode } from "react";

/** One page of the settings: its name, what it is for, and its parts. */
export function SettingsPage({ title, lead, children }: { title: string; lead?: ReactNode; children: ReactNode }) {
  return (
    <>
      <h1 className="font-semibold text-xl">{title}</h1>
      {lead ? <p className="mt-1 max-w-[40em] text-ink-2">{lead}</p> : null}
      <div className="mt-5 flex flex-col gap-6">{children}</div>
    </>
  );
}

/** A part of a page under its own name. */
export function SettingsSection({ title, hint, children }: { title: string; hint?: ReactNode; children: ReactNode }) {
  return (
    <section className="rounded-xl border border-line bg-panel p-4 md:p-5">
      <h2 className="font-semibold text-lg">{title}</h2>
      {hint ? <p className="mt-0.5 max-w-[40em] text-ink-2 text-sm">{hint}</p> : null}
      <div className="mt-3">{children}</div>
    </section>
  );
}
