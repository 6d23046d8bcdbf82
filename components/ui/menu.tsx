"use client";

import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from "react";
import { buttonClass } from "./button";
import { MenuContext } from "./menu-context";
import { type Along, placeBeside } from "./place-beside";

type Props = {
  /** What the button shows. */
  button: ReactNode;
  /** The name of the button and its menu, where `button` does not say it. */
  label?: string;
  along?: Along;
  className?: string;
  /** Does not open for now, and keeps the focus. */
  disabled?: boolean;
  children: ReactNode;
};

/** A button with a menu of MenuItems: arrows, Home and End move, Enter chooses, Esc closes and gives the focus back. */
export function Menu({ button, label, along, className = buttonClass("quiet", "small"), disabled = false, children }: Props) {
  const id = useId();
  const trigger = useRef<HTMLButtonElement>(null);
  const menu = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);

  function move(event: KeyboardEvent<HTMLDivElement>) {
    const entries = entriesOf(menu.current);
    const at = entries.indexOf(document.activeElement as HTMLElement);
    const to = { ArrowDown: at + 1, ArrowUp: at < 0 ? -1 : at - 1, Home: 0, End: -1 }[event.key];
    if (event.key === "Tab") menu.current?.hidePopover();
    if (to === undefined) return;
    event.preventDefault();
    entries.at(to % entries.length)?.focus();
  }

  return (
    <>
      <button
        ref={trigger}
        type="button"
        popoverTarget={disabled ? undefined : id}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-label={label}
        aria-disabled={disabled || undefined}
        className={className}
        onKeyDown={(event) => {
          if (event.key !== "ArrowDown" || disabled) return;
          event.preventDefault();
          menu.current?.showPopover();
        }}
      >
        {button}
      </button>
      <div
        ref={menu}
        id={id}
        popover="auto"
        role="menu"
        tabIndex={-1}
        aria-label={label}
        onKeyDown={move}
        onBeforeToggle={(event) => {
          if (event.newState === "open" && trigger.current) placeBeside(trigger.current, event.currentTarget, along);
        }}
        onToggle={(event) => {
          setOpen(event.newState === "open");
          if (event.newState === "open") (chosenIn(event.currentTarget) ?? entriesOf(event.currentTarget)[0])?.focus();
        }}
        className="min-w-44 overflow-auto rounded-lg border border-line bg-panel p-1 text-base text-ink shadow-float"
      >
        <MenuContext value={() => menu.current?.hidePopover()}>{children}</MenuContext>
      </div>
    </>
  );
}

function entriesOf(menu: HTMLElement | null): HTMLElement[] {
  return [...(menu?.querySelectorAll<HTMLElement>('[role^="menuitem"]:not(:disabled)') ?? [])];
}

function chosenIn(menu: HTMLElement): HTMLElement | null {
  return menu.querySelectorAll('[aria-checked="true"]').length === 1 ? menu.querySelector('[aria-checked="true"]') : null;
}
