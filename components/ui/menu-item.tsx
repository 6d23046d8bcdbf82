"use client";

import { Check } from "lucide-react";
import { type ReactNode, use } from "react";
import { MenuContext } from "./menu-context";

const ENTRY =
  "flex min-h-8 w-full items-center gap-2 rounded-md px-2.5 py-1 text-left focus-visible:bg-sel focus-visible:outline-offset-[-2px] enabled:hover:bg-line-2 disabled:opacity-55";

type Props = { onSelect: () => void; tone?: "danger"; disabled?: boolean; children: ReactNode };

/** One thing that a menu does; the menu closes. */
export function MenuItem({ onSelect, tone, disabled, children }: Props) {
  const close = use(MenuContext);
  return (
    <button
      type="button"
      role="menuitem"
      tabIndex={-1}
      disabled={disabled}
      className={`${ENTRY} ${tone === "danger" ? "text-danger" : ""}`}
      onClick={() => {
        close();
        onSelect();
      }}
    >
      {children}
    </button>
  );
}

type ChoiceProps = { kind: "radio" | "checkbox"; checked: boolean; onSelect: () => void; children: ReactNode };

/** One choice of several (radio), or one that is on or off (checkbox); the menu stays open, so that the effect is seen. */
export function MenuChoice({ kind, checked, onSelect, children }: ChoiceProps) {
  const look = { type: "button", tabIndex: -1, className: ENTRY, onClick: onSelect } as const;
  const shown = (
    <>
      <span className="flex-1">{children}</span>
      <Check size={16} aria-hidden className={checked ? "text-info" : "invisible"} />
    </>
  );
  if (kind === "radio")
    return (
      <button role="menuitemradio" aria-checked={checked} {...look}>
        {shown}
      </button>
    );
  return (
    <button role="menuitemcheckbox" aria-checked={checked} {...look}>
      {shown}
    </button>
  );
}

/** Entries that belong together, under their name. */
export function MenuGroup({ label, children }: { label: string; children: ReactNode }) {
  return (
    <fieldset className="border-line-2 py-1 not-first:border-t">
      <legend className="float-left w-full px-2.5 pt-1 text-ink-3 text-xs">{label}</legend>
      <div className="clear-left">{children}</div>
    </fieldset>
  );
}
