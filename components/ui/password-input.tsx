"use client";

import { Eye, EyeOff } from "lucide-react";
import { type ComponentProps, useState } from "react";
import { TextInput } from "./text-input";

type Props = Omit<ComponentProps<"input">, "type"> & { showLabel: string; hideLabel: string };

/** A password to type or paste, hidden until one asks to see it. */
export function PasswordInput({ showLabel, hideLabel, ...rest }: Props) {
  const [shown, setShown] = useState(false);
  const Icon = shown ? EyeOff : Eye;
  return (
    <div className="relative">
      <TextInput type={shown ? "text" : "password"} autoCapitalize="none" spellCheck={false} className="pr-10" {...rest} />
      <button
        type="button"
        aria-label={shown ? hideLabel : showLabel}
        onClick={() => setShown(!shown)}
        className="absolute top-0.5 right-0.5 grid size-8 place-items-center rounded-md text-ink-3 hover:bg-line-2 hover:text-ink"
      >
        <Icon size={18} aria-hidden />
      </button>
    </div>
  );
}
