import type { ReactNode } from "react";

export type BadgeTone = "danger" | "late" | "soon" | "info" | "quiet" | "ok";

const TONES: Record<BadgeTone, string> = {
  danger: "bg-danger-bg text-danger font-semibold",
  late: "bg-late-bg text-late",
  soon: "bg-soon-bg text-soon",
  info: "bg-sel text-info",
  quiet: "bg-line-2 text-ink-2",
  ok: "text-ok",
};

/** A word on a coloured ground; the word alone says what it means. */
export function Badge({ tone = "quiet", children }: { tone?: BadgeTone; children: ReactNode }) {
  return <span className={`inline-block shrink-0 whitespace-nowrap rounded px-1.5 text-xs ${TONES[tone]}`}>{children}</span>;
}
