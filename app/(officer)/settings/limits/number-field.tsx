"use client";

import { useId, useState } from "react";
import { TEXT_BOX } from "@/components/ui/text-input";

type Props = {
  label: string;
  /** Behind the field: minutes, workdays. */
  unit: string;
  value: number;
  error?: string | null | undefined;
  disabled?: boolean;
  /** Where the label stands on the screen already, in a table's head. */
  isLabelHidden?: boolean;
  onChange: (value: number) => void;
};

/** A whole number to type; empty or no number is NaN. */
export function NumberField({ label, unit, value, error, disabled = false, isLabelHidden = false, onChange }: Props) {
  const id = useId();
  const [typed, setTyped] = useState(textOf(value));
  const shown = Object.is(numberOf(typed), value) ? typed : textOf(value);
  return (
    <div>
      <label htmlFor={id} className={isLabelHidden ? "sr-only" : "block text-ink-2 text-sm"}>
        {label}
      </label>
      <span className="flex items-center gap-1.5">
        <input
          id={id}
          inputMode="numeric"
          autoComplete="off"
          maxLength={6}
          disabled={disabled}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `${id}-error` : undefined}
          value={shown}
          onChange={(event) => {
            setTyped(event.target.value);
            onChange(numberOf(event.target.value));
          }}
          className={`h-8 w-16 text-right ${TEXT_BOX.replace("px-3", "px-2")}`}
        />
        <span className="text-ink-2">{unit}</span>
      </span>
      {error ? (
        <p id={`${id}-error`} className="text-danger text-sm">
          {error}
        </p>
      ) : null}
    </div>
  );
}

function numberOf(typed: string): number {
  const text = typed.normalize("NFKC").trim();
  return text === "" ? Number.NaN : Number(text);
}

function textOf(value: number): string {
  return Number.isNaN(value) ? "" : String(value);
}
