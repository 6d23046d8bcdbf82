import type { ComponentProps } from "react";

/** The look of what one types into. */
export const TEXT_BOX =
  "rounded-lg border border-edge bg-panel px-3 text-ink focus-visible:border-sel-bar focus-visible:outline-0 focus-visible:ring-3 focus-visible:ring-sel-bar/35 aria-invalid:border-danger disabled:opacity-55";

/** A line to type into. */
export function TextInput({ className = "", ...rest }: ComponentProps<"input">) {
  return <input className={`h-9 w-full ${TEXT_BOX} ${className}`} {...rest} />;
}
