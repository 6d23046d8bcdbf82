"use client";

import { Search, SlidersHorizontal, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from "react";
import { useCommand } from "@/app/(officer)/inbox/keyboard/use-command";
import { useComposition } from "@/app/(officer)/inbox/keyboard/use-composition";
import { TextInput } from "@/components/ui/text-input";
import { useTyped } from "./use-typed";

type Props = {
  /** What the address says; the field follows it. */
  text: string;
  /** The bounds are shown. */
  bounded: boolean;
  onType(text: string): void;
  onBounds(): void;
  /** To the first thing found, or the next one. */
  onNext(): void;
  onClose(): void;
};

/** What one types to search. It is there at once, because the first keys come before anything can be loaded. */
export function SearchField({ text, bounded, onType, onBounds, onNext, onClose }: Props) {
  const t = useTranslations("search");
  const field = useRef<HTMLInputElement>(null);
  const composition = useComposition();
  const { typed, handlers } = useTyped(text, onType);
  useEffect(() => field.current?.focus(), []);
  useCommand("search", () => field.current?.select(), { ahead: true });

  function onKeyDown(event: KeyboardEvent) {
    if (composition.blocks(event)) return;
    const act = { Escape: onClose, Enter: onNext, ArrowDown: onNext }[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  }
  return (
    <div className="flex items-center gap-1 py-2 pr-2 pl-3">
      <div className="relative min-w-0 flex-1">
        <Search size={16} aria-hidden className="-translate-y-1/2 pointer-events-none absolute top-1/2 left-2.5 text-ink-3" />
        <TextInput
          ref={field}
          type="text"
          inputMode="search"
          aria-label={t("field")}
          placeholder={t("placeholder")}
          value={typed}
          maxLength={200}
          className="pl-8"
          onKeyDown={onKeyDown}
          onChange={handlers.onChange}
          onCompositionStart={() => {
            composition.handlers.onCompositionStart();
            handlers.onCompositionStart();
          }}
          onCompositionEnd={(event) => {
            composition.handlers.onCompositionEnd(event);
            handlers.onCompositionEnd(event);
          }}
        />
      </div>
      <IconButton label={t("bounds")} expanded={bounded} onClick={onBounds}>
        <SlidersHorizontal size={16} aria-hidden />
      </IconButton>
      <IconButton label={t("close")} onClick={onClose}>
        <X size={16} aria-hidden />
      </IconButton>
    </div>
  );
}

type IconButtonProps = { label: string; expanded?: boolean; onClick(): void; children: ReactNode };

function IconButton({ label, expanded, onClick, children }: IconButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      aria-expanded={expanded}
      onClick={onClick}
      className="grid size-8 shrink-0 place-items-center rounded-md text-ink-2 hover:bg-line-2 hover:text-ink aria-[expanded=true]:bg-sel aria-[expanded=true]:text-info"
    >
      {children}
    </button>
  );
}
