import { type Bindings, COMMANDS, type Command, holderOf } from "@/app/(officer)/inbox/keyboard/commands";
import { faultOf, type KeyFault } from "@/app/(officer)/inbox/keyboard/keys";

type Own = Readonly<Record<string, string>>;

/** What a key that was pressed for a command would mean: it can't be had, another command has it, it is so already, or it is free. */
export type Verdict = { kind: "fault"; fault: KeyFault } | { kind: "conflict"; holder: Command } | { kind: "same" } | { kind: "free" };

/** Whether a command may have a key. */
export function verdictOn(key: string, command: Command, bindings: Bindings): Verdict {
  const entry = entryOf(command);
  // Its own standing key is a command's by right, even where others may not have it.
  const fault = key === entry.key ? null : faultOf(key, entry.inText ?? false);
  if (fault) return { kind: "fault", fault };
  const holder = holderOf(key, bindings, entry.inGroup ?? false);
  if (holder === command) return { kind: "same" };
  return holder ? { kind: "conflict", holder } : { kind: "free" };
}

/** The officer's keys with this one given to a command; who had it has none any more. */
export function withKey(own: Own, command: Command, key: string, bindings: Bindings): Record<string, string> {
  const holder = holderOf(key, bindings, entryOf(command).inGroup ?? false);
  const without = holder && holder !== command ? withOwn(own, holder, "") : own;
  return withOwn(without, command, key);
}

/** Whether an officer has chosen for a command. */
export function isOwn(command: Command, bindings: Bindings): boolean {
  return bindings[command] !== entryOf(command).key;
}

/** A choice that says what stands anyway is none. */
function withOwn(own: Own, command: Command, key: string): Record<string, string> {
  const { [command]: _, ...rest } = own;
  return key === entryOf(command).key ? rest : { ...rest, [command]: key };
}

function entryOf(command: Command) {
  const entry = COMMANDS.find(({ id }) => id === command);
  if (!entry) throw new Error(`no command ${command}`);
  return entry;
}
