"use client";

import { useId } from "react";

type Segment<Value extends string> = { value: Value; label: string };
type Props<Value extends string> = {
  label: string;
  segments: readonly Segment<Value>[];
  value: Value;
  onChange: (value: Value) => void;
  disabled?: boolean;
};

/** One choice of few, all in sight: a radio group that looks like buttons, with the keys of a radio group. */
export function Segmented<Value extends string>({ label, segments, value, onChange, disabled = false }: Props<Value>) {
  const name = useId();
  return (
    <fieldset className="flex flex-wrap gap-1.5" disabled={disabled}>
      <legend className="sr-only">{label}</legend>
      {segments.map((segment) => (
        <label
          key={segment.value}
          className="inline-flex min-h-8 cursor-pointer items-center rounded-md border border-line bg-panel px-2.5 text-ink-2 text-sm hover:text-ink has-checked:border-info has-checked:bg-sel has-checked:font-semibold has-checked:text-info has-focus-visible:outline-2 has-focus-visible:outline-info has-focus-visible:outline-offset-2 has-disabled:cursor-default has-disabled:opacity-55"
        >
          <input
            type="radio"
            name={name}
            value={segment.value}
            checked={segment.value === value}
            onChange={() => onChange(segment.value)}
            className="sr-only"
          />
          {segment.label}
        </label>
      ))}
    </fieldset>
  );
}
