import { rankQuickReplies } from "@/lib/quick-replies/rules";

/** Something that can be done. `label` says it, `name` is the part of it that one types, `keys` the officer's key or "". */
export type PaletteCommand = { id: string; label: string; name: string; keys: string };
export type Letters = Readonly<Record<string, { initials: string; pinyin: string }>>;

/** What matches the letters typed, best first; recently used ones before their equals. With nothing typed: the recent ones, and then all. */
export function rankCommands(
  commands: readonly PaletteCommand[],
  typed: string,
  { letters, recent }: { letters: Letters; recent: readonly string[] },
): PaletteCommand[] {
  const findable = commands.map((command) => ({
    command,
    title: command.name,
    text: command.label,
    initials: letters[command.name]?.initials ?? "",
    pinyin: letters[command.name]?.pinyin ?? "",
    uses: recent.includes(command.id) ? recent.length - recent.indexOf(command.id) : 0,
    lastUsedAt: null,
  }));
  return rankQuickReplies(findable, typed).map(({ command }) => command);
}

const MOST_RECENT = 6;

/** The recent ones after another one was used, the latest first. */
export function withRecent(recent: readonly string[], id: string): string[] {
  return [id, ...recent.filter((other) => other !== id)].slice(0, MOST_RECENT);
}
