import { Command } from "cmdk";
import type { ReactNode } from "react";
import { Keys } from "@/app/(officer)/inbox/keyboard/keys-shown";
import type { PaletteCommand } from "./palette-command";

const ITEM =
  "flex min-h-9 cursor-pointer items-center gap-3 rounded-md px-2.5 py-1 data-[selected=true]:bg-sel data-[selected=true]:shadow-[inset_3px_0_0_var(--sel-bar)]";

/** Something that can be done, with its key. */
export function CommandItem({ command, onSelect }: { command: PaletteCommand; onSelect(): void }) {
  return (
    <Command.Item value={command.id} onSelect={onSelect} className={ITEM}>
      <span className="min-w-0 flex-1 truncate">{command.label}</span>
      {command.keys ? <Keys keys={command.keys} /> : null}
    </Command.Item>
  );
}

type Props = { id: string; title: ReactNode; detail?: ReactNode; aside?: ReactNode; onSelect(): void };

/** Something found: its name, the words around what was typed, and at the edge when or by whom. */
export function FoundItem({ id, title, detail, aside, onSelect }: Props) {
  return (
    <Command.Item value={id} onSelect={onSelect} className={ITEM}>
      <span className={detail ? "max-w-[12em] shrink-0 truncate" : "min-w-0 flex-1 truncate"}>{title}</span>
      {detail ? <span className="min-w-0 flex-1 truncate text-[14px] text-ink-2">{detail}</span> : null}
      {aside ? <span className="shrink-0 text-[13px] text-ink-3">{aside}</span> : null}
    </Command.Item>
  );
}
