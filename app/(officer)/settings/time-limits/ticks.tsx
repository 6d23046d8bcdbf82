"use client";

type Props<Value extends string | number> = {
  label: string;
  hint?: string | undefined;
  options: readonly { value: Value; label: string }[];
  chosen: readonly Value[];
  onChange: (chosen: Value[]) => void;
};

/** Several of few, all in sight. */
export function Ticks<Value extends string | number>({ label, hint, options, chosen, onChange }: Props<Value>) {
  return (
    <fieldset className="flex flex-wrap items-center gap-1.5">
      <legend className="mb-1 text-ink-2 text-sm">{label}</legend>
      {options.map(({ value, label: name }) => (
        <label
          key={value}
          className="inline-flex min-h-8 cursor-pointer items-center rounded-md border border-line bg-panel px-2.5 text-ink-2 text-sm hover:text-ink has-checked:border-info has-checked:bg-sel has-checked:font-semibold has-checked:text-info has-focus-visible:outline-2 has-focus-visible:outline-info has-focus-visible:outline-offset-2"
        >
          <input
            type="checkbox"
            checked={chosen.includes(value)}
            onChange={(event) => onChange(event.target.checked ? [...chosen, value] : chosen.filter((other) => other !== value))}
            className="sr-only"
          />
          {name}
        </label>
      ))}
      {hint ? <span className="text-ink-3 text-sm">{hint}</span> : null}
    </fieldset>
  );
}
