import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { type Assets, noAssets } from "./assets";
import type { CustomMenu } from "./custom-menu";
import type { Platform } from "./platform";
import { newResident, type Resident } from "./residents";
import { SettingError } from "./settings";
import type { TokenBook } from "./tokens";

const WRITE_AFTER_MS = 300;

export const stateSchema = z.object({
  version: z.literal(1),
  appId: z.string(),
  nextMsgId: z.string().regex(/^\d+$/),
  lines: z.number(),
  clockOffsetMs: z.number(),
  residents: z.array(z.custom<Resident>((value) => isWith(value, "openid"))),
  tokens: z.custom<TokenBook>((value) => isWith(value, "issued")),
  menu: z.custom<CustomMenu>((value) => isWith(value, "button")).nullish(),
  assets: z.custom<Assets>((value) => isWith(value, "tags")).optional(),
});

type State = z.output<typeof stateSchema>;

/**
 * Restores what a file of an earlier run holds: phones, follows, windows, tokens, the menu and the
 * next MsgId. Nothing happens when there is no file, or when it is another account's.
 * @throws SettingError when the file is not a state of the sandbox
 */
export function restoreState(platform: Platform, file: string): void {
  const text = readIfThere(file);
  if (text === null) return;
  const state = parseState(text);
  if (!state) throw new SettingError(`${file} is not a state file of the sandbox`);
  if (state.appId === platform.settings.appId) takeState(platform, state);
}

/** The platform as that state has it; what it does not hold stays. */
export function takeState(platform: Platform, state: State): void {
  const { counters } = platform;
  const savedMsgId = BigInt(state.nextMsgId);
  if (savedMsgId > counters.nextMsgId) counters.nextMsgId = savedMsgId;
  counters.lines = state.lines;
  platform.clock.offsetMs = state.clockOffsetMs;
  platform.tokens = state.tokens;
  platform.menu = state.menu ?? null;
  platform.menus = state.menu?.menuid ?? 0;
  platform.assets = { ...noAssets(), ...state.assets };
  platform.residents = new Map(
    state.residents.map((resident) => [resident.openid, { ...newResident(resident.openid, resident.name), ...resident }]),
  );
}

/** Writes the file soon after every change. The answer writes at once and ends the watch. */
export function keepState(platform: Platform, file: string): () => void {
  mkdirSync(path.dirname(file), { recursive: true });
  let timer: NodeJS.Timeout | null = null;
  const write = () => {
    timer = null;
    writeState(platform, file);
  };
  const unsubscribe = platform.changes.subscribe(() => {
    timer ??= setTimeout(write, WRITE_AFTER_MS);
  });
  return () => {
    unsubscribe();
    if (timer) clearTimeout(timer);
    writeState(platform, file);
  };
}

/** Everything that outlasts a restart, as plain values. */
export function stateOf({ counters, settings, clock, tokens, residents, menu, assets }: Platform): State {
  return {
    version: 1,
    appId: settings.appId,
    nextMsgId: String(counters.nextMsgId),
    lines: counters.lines,
    clockOffsetMs: clock.offsetMs,
    residents: [...residents.values()],
    tokens,
    menu,
    assets,
  };
}

/** Whole or not at all: a crash while writing leaves the file of before. */
function writeState(platform: Platform, file: string): void {
  const draft = `${file}.writing`;
  writeFileSync(draft, JSON.stringify(stateOf(platform)), { mode: 0o600 });
  renameSync(draft, file);
}

function readIfThere(file: string): string | null {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}

function parseState(text: string): State | null {
  try {
    return stateSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

function isWith(value: unknown, name: string): boolean {
  return typeof value === "object" && value !== null && name in value;
}
