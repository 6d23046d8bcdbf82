import { type Findable, rankQuickReplies } from "@/lib/quick-replies/rules";

/** Something that can be done. `label` says it, `name` is the part of it that one types, `keys` the officer's key or "". */
export type PaletteCommand = { id: string; label: string; name: string; keys: string };
export type Letters = Readonly<Record<string, { initials: string; pinyin: string }>>;

const MOST_COMMANDS = 8;
const MOST_QUICK_REPLIES = 5;

/** What stands in the palette without asking the desk: with nothing typed every command, the `latest` used apart; else the best few, and texts at hand. */
export function offered<QuickReply extends Findable>(
  typed: string,
  {
    commands,
    quickReplies,
    letters,
    recent,
  }: { commands: readonly PaletteCommand[]; quickReplies: readonly QuickReply[]; letters: Letters; recent: readonly string[] },
): { latest: PaletteCommand[]; rest: PaletteCommand[]; answers: QuickReply[] } {
  const ranked = rankCommands(commands, typed, { letters, recent });
  if (typed.trim() !== "")
    return {
      latest: [],
      rest: ranked.slice(0, MOST_COMMANDS),
      answers: rankQuickReplies(quickReplies, typed).slice(0, MOST_QUICK_REPLIES),
    };
  const isLatest = ({ id }: PaletteCommand) => recent.includes(id);
  return { latest: ranked.filter(isLatest), rest: ranked.filter((command) => !isLatest(command)), answers: [] };
}

const MOST_RECENT = 6;

/** The recent ones after another one was used, the latest first. */
export function withRecent(recent: readonly string[], id: string): string[] {
  return [id, ...recent.filter((other) => other !== id)].slice(0, MOST_RECENT);
}

/** What matches the letters typed, best first; recently used ones before their equals. With nothing typed: the recent ones, and then all. */
function rankCommands(
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
