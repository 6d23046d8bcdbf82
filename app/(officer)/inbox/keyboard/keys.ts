type Pressed = Pick<KeyboardEvent, "key" | "code" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey">;

/** Why a key can't be taken for a command: the browser's own, needed to move about, or a character where text is typed. */
export type KeyFault = "browser" | "moving" | "types";

const MODIFIERS = new Set(["Control", "Shift", "Alt", "AltGraph", "Meta", "CapsLock", "Process", "Dead", "Unidentified"]);
/** What a Chinese layout types in place of a key, beyond the full-width forms. */
const CHINESE: Record<string, string> = { "、": "/", "。": ".", "“": '"', "”": '"', "‘": "'", "’": "'", "　": "Space", " ": "Space" };
const MOVING = new Set(
  "Escape Tab Space Enter Backspace Delete ArrowUp ArrowDown ArrowLeft ArrowRight Home End PageUp PageDown".split(" "),
);
const BROWSER = new Set([
  ..."ABCDFHJLNOPQRSTUVWXYZ".split("").map((letter) => `Ctrl+${letter}`),
  ..."CIJNTWPRBQM".split("").map((letter) => `Ctrl+Shift+${letter}`),
  ..."123456789".split("").map((digit) => `Ctrl+${digit}`),
  ..."Ctrl+0 Ctrl++ Ctrl+- Ctrl+= Ctrl+Tab Ctrl+Shift+Tab Alt+ArrowLeft Alt+ArrowRight Alt+Home Alt+D Alt+E Alt+F Alt+F4".split(" "),
  ..."F1 F3 F5 F6 F10 F11 F12 Ctrl+F5 Ctrl+F4 Shift+F10 ContextMenu".split(" "),
]);

/**
 * The key of an event, by one name on every layout: "J", "Shift+J", "Ctrl+Enter", "?", ";". Full-width characters count as what
 * they stand for, Cmd as Ctrl. Null for a modifier alone and for what an input method has taken.
 */
export function keyOf(event: Pressed): string | null {
  if (MODIFIERS.has(event.key)) return null;
  const name = nameOf(event);
  // Shift is part of a sign ("?"), but says something of its own with a letter or a named key.
  const shift = event.shiftKey && (name.length > 1 || /[A-Z]/.test(name));
  return `${event.ctrlKey || event.metaKey ? "Ctrl+" : ""}${event.altKey ? "Alt+" : ""}${shift ? "Shift+" : ""}${name}`;
}

/** Whether a key types a character where text is typed: then it is no command there. */
export function typesText(key: string): boolean {
  return !/^(Ctrl|Alt)\+/.test(key) && !/^F\d+$/.test(key);
}

/** The caps to show for a key: "Ctrl", "Shift", "↵". */
export function capsOf(key: string): string[] {
  return key
    .split(/\+(?!$)/)
    .filter((part) => part !== "")
    .map((part) => CAPS[part] ?? part);
}

/** Why a key is not free to be chosen, or null. `inText`: for a command that acts where text is typed. */
export function faultOf(key: string, inText: boolean): KeyFault | null {
  if (BROWSER.has(key)) return "browser";
  const plain = key.replace(/^Shift\+/, "");
  if (MOVING.has(plain) && !(key === "Shift+Enter" && !inText)) return "moving";
  return inText && typesText(key) ? "types" : null;
}

const CAPS: Record<string, string> = { Escape: "Esc", Enter: "↵", ArrowUp: "↑", ArrowDown: "↓", ArrowLeft: "←", ArrowRight: "→" };

function nameOf({ key, code, altKey }: Pressed): string {
  // With Alt some systems type another sign; the cap itself is meant.
  const cap = altKey ? /^(?:Key|Digit)(.)$/.exec(code)?.[1] : undefined;
  if (cap) return cap;
  const sign = CHINESE[key] ?? key;
  if ([...sign].length > 1) return sign;
  const codePoint = sign.codePointAt(0) ?? 0;
  const half = codePoint >= 0xff01 && codePoint <= 0xff5e ? String.fromCodePoint(codePoint - 0xfee0) : sign;
  return half.toUpperCase();
}
