"use client";

import { type ReactNode, useId } from "react";

type FieldWiring = { id: string; "aria-describedby": string | undefined; "aria-invalid": boolean | undefined };
type Props = { label: string; hint?: ReactNode; error?: ReactNode; children: (wiring: FieldWiring) => ReactNode };

/** A label, a hint and an error around one control, which spreads the wiring it is given. */
export function Field({ label, hint, error, children }: Props) {
  const id = useId();
  const hintId = hint ? `${id}-hint` : "";
  const errorId = error ? `${id}-error` : "";
  const describedBy = `${errorId} ${hintId}`.trim() || undefined;
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="text-ink-2 text-sm">
        {label}
      </label>
      {children({ id, "aria-describedby": describedBy, "aria-invalid": error ? true : undefined })}
      {error ? (
        <p id={errorId} className="text-danger text-sm">
          {error}
        </p>
      ) : null}
      {hint ? (
        <p id={hintId} className="text-ink-3 text-sm">
          {hint}
        </p>
      ) : null}
    </div>
  );
}
