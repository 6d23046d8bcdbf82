export const COMMAND_GROUPS = ["move", "answer", "desk", "triage", "views", "group"] as const;
type CommandGroup = (typeof COMMAND_GROUPS)[number];

type Entry = {
  group: CommandGroup;
  key: string;
  /** Acts where text is typed: its key must be none that types. */
  inText?: true;
  /** Always this key. */
  fixed?: true;
  /** Acts in the list of a group alone, where its key comes before the others'. */
  inGroup?: true;
  /** Means nothing without the key itself: not among what the palette offers. */
  keyOnly?: true;
};

/** Every command and its key until an officer chooses another. C and D are left free for commands to come. */
const TABLE = {
  next: { group: "move", key: "J" },
  previous: { group: "move", key: "K" },
  open: { group: "move", key: "Enter", keyOnly: true },
  back: { group: "move", key: "Escape", fixed: true, keyOnly: true },
  showArrived: { group: "move", key: "." },
  openGroup: { group: "move", key: "G" },

  reply: { group: "answer", key: "R" },
  send: { group: "answer", key: "Ctrl+Enter", inText: true, keyOnly: true },
  sendAndNext: { group: "answer", key: "Ctrl+Shift+Enter", inText: true, keyOnly: true },
  quickReply: { group: "answer", key: ";" },
  standingAnswer: { group: "answer", key: "B" },
  note: { group: "answer", key: "N" },
  answerGroup: { group: "answer", key: "Shift+G" },
  adoptAnswer: { group: "answer", key: "L" },

  claim: { group: "triage", key: "I" },
  assign: { group: "triage", key: "A" },
  snooze: { group: "triage", key: "S" },
  wake: { group: "triage", key: "W" },
  close: { group: "triage", key: "E" },
  undo: { group: "triage", key: "U" },
  oneOnOne: { group: "triage", key: "T" },
  joinGroup: { group: "triage", key: "M" },
  setTopic: { group: "triage", key: "F" },
  select: { group: "triage", key: "X" },
  extendNext: { group: "triage", key: "Shift+J", keyOnly: true },
  extendPrevious: { group: "triage", key: "Shift+K", keyOnly: true },

  view1: { group: "views", key: "1" },
  view2: { group: "views", key: "2" },
  view3: { group: "views", key: "3" },
  view4: { group: "views", key: "4" },
  view5: { group: "views", key: "5" },
  view6: { group: "views", key: "6" },
  view7: { group: "views", key: "7" },
  view8: { group: "views", key: "8" },
  view9: { group: "views", key: "9" },

  search: { group: "desk", key: "/" },
  palette: { group: "desk", key: "Ctrl+K", keyOnly: true },
  help: { group: "desk", key: "?" },
  stampNow: { group: "desk", key: "Ctrl+;", inText: true, keyOnly: true },

  toggleMember: { group: "group", key: "Space", inGroup: true },
  apart: { group: "group", key: "X", inGroup: true },
  merge: { group: "group", key: "M", inGroup: true },
  takeInLate: { group: "group", key: "Ctrl+I", inGroup: true, inText: true },
} as const satisfies Record<string, Entry>;

export type Command = keyof typeof TABLE;

/** Every command with what belongs to it, in the order of the map. */
export const COMMANDS: readonly ({ id: Command } & Entry)[] = Object.entries(TABLE).map(([id, entry]) => ({ id: id as Command, ...entry }));

/** The key of each command; "" for none. */
export type Bindings = Record<Command, string>;

/** An officer's keys: the own choice where there is one. A standing key that the officer gave to another command is no longer this one's. */
export function bindingsOf(own: Readonly<Record<string, string>>): Bindings {
  const given = new Set(COMMANDS.flatMap(({ id, fixed, inGroup }) => (fixed || !own[id] ? [] : placed(own[id], inGroup))));
  const keys = COMMANDS.map(({ id, key, fixed, inGroup }) => [id, fixed ? key : (own[id] ?? (given.has(placed(key, inGroup)) ? "" : key))]);
  return Object.fromEntries(keys) as Bindings;
}

/** What a key does, or null. `inGroup`: pressed in the list of a group, whose own commands come first. */
export function commandOf(key: string, bindings: Bindings, inGroup = false): Command | null {
  return (inGroup ? holderOf(key, bindings, true) : null) ?? holderOf(key, bindings, false);
}

/** Which command has a key, among those of a group's list or among all others. */
export function holderOf(key: string, bindings: Bindings, inGroup: boolean): Command | null {
  return COMMANDS.find((entry) => key !== "" && bindings[entry.id] === key && (entry.inGroup ?? false) === inGroup)?.id ?? null;
}

type Offered = { id: Command; label: string; keys: string; inGroup: boolean };

/** What the palette offers: each command in the officer's words (`t` of the namespace "commands") and with the officer's key. */
export function commandList(t: (id: Command) => string, bindings: Bindings): Offered[] {
  return COMMANDS.filter(({ keyOnly }) => !keyOnly).map(({ id, inGroup = false }) => ({ id, label: t(id), keys: bindings[id], inGroup }));
}

/** A key and where it acts: the same key may be another command's elsewhere. */
function placed(key: string, inGroup = false): string {
  return `${inGroup} ${key}`;
}
