import { Command } from "cmdk";
import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import type { CompositionEvent, RefObject } from "react";

type Props = {
  input: RefObject<HTMLInputElement | null>;
  typed: string;
  onType(text: string): void;
  /** Who has to know of an input method's composing. */
  hearing: readonly { onCompositionStart(): void; onCompositionEnd(event: CompositionEvent<HTMLInputElement>): void }[];
};

/** Where the letters are typed. */
export function PaletteField({ input, typed, onType, hearing }: Props) {
  const t = useTranslations("palette");
  return (
    <div className="flex items-center gap-2.5 border-line border-b px-4">
      <Search size={18} aria-hidden className="text-ink-3" />
      <Command.Input
        ref={input}
        value={typed}
        onValueChange={onType}
        placeholder={t("placeholder")}
        maxLength={200}
        onCompositionStart={() => {
          for (const each of hearing) each.onCompositionStart();
        }}
        onCompositionEnd={(event) => {
          for (const each of hearing) each.onCompositionEnd(event);
        }}
        className="h-12 min-w-0 flex-1 bg-transparent text-[16px] outline-none placeholder:text-ink-3"
      />
    </div>
  );
}
