import type { Platform } from "./platform";
import type { Resident } from "./residents";

const KEPT_LINES = 1000;

export type MenuItem = { id: string; content: string };

/** One bubble, or one grey line, on a resident's phone. `at` is ISO 8601. */
export type ChatLine = {
  id: string;
  from: "resident" | "account" | "system";
  /** `text`, another MsgType, or `fault` for the line that tells of a broken service. */
  kind: string;
  /** What is read: the text, or of other kinds their title, label or description. */
  text: string;
  at: string;
  via: "push" | "passive" | "customer" | "mass" | "template";
  msgId?: string;
  url?: string;
  /** Of a picture, voice message or video. */
  mediaId?: string;
  menu?: MenuItem[];
};

type NewLine = Omit<ChatLine, "id" | "at"> & { at?: string };

/** Puts a line on the phone and tells every open page. */
export function showLine(platform: Platform, resident: Resident, line: NewLine): ChatLine {
  const shown = keepLine(platform, resident, line);
  if (line.from === "account") resident.typingUntil = null;
  platform.changes.publish({ type: "line", openid: resident.openid, line: shown });
  return shown;
}

/** Replaces all that stands on the phone. */
export function rewriteChat(platform: Platform, resident: Resident, lines: NewLine[]): void {
  resident.chat = [];
  for (const line of lines) keepLine(platform, resident, line);
  platform.changes.publish({ type: "chat", openid: resident.openid });
}

function keepLine(platform: Platform, resident: Resident, line: NewLine): ChatLine {
  platform.counters.lines += 1;
  const at = new Date().toISOString();
  const kept = { at, ...line, id: `c${platform.counters.lines}` };
  resident.chat.push(kept);
  if (resident.chat.length > KEPT_LINES) resident.chat.shift();
  return kept;
}
