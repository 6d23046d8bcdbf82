"use client";

import { Pencil } from "lucide-react";
import { type ReactNode, useEffect, useRef, useState, useTransition } from "react";

type Props = { label: string; shown: ReactNode; children: (close: () => void) => ReactNode };

/** What stands there, and a pencil (named `label`) that puts a form in its place; closed, the pencil has the focus again. */
export function EditInPlace({ label, shown, children }: Props) {
  const pencil = useRef<HTMLButtonElement>(null);
  const wasEditing = useRef(false);
  const [editing, setEditing] = useState(false);
  // While the form is being loaded the pencil stays, and with it the focus.
  const [, whenLoaded] = useTransition();
  useEffect(() => {
    if (wasEditing.current && !editing) pencil.current?.focus();
    wasEditing.current = editing;
  }, [editing]);

  if (editing) return children(() => setEditing(false));
  return (
    <div className="flex items-start gap-1">
      <div className="min-w-0 flex-1 py-1">{shown}</div>
      <button
        ref={pencil}
        type="button"
        aria-label={label}
        title={label}
        onClick={() => whenLoaded(() => setEditing(true))}
        className="grid size-8 shrink-0 place-items-center rounded-md text-ink-3 hover:bg-line-2 hover:text-ink"
      >
        <Pencil size={15} aria-hidden />
      </button>
    </div>
  );
}
