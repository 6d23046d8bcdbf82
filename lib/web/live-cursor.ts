import type { Snapshot } from "@/lib/events/feed";

/** Where a browser stands: in which history, and how far. */
export type Cursor = { epoch: string; snapshot: Snapshot };

/** A cursor as the browser keeps it: opaque, safe in a URL. */
export function cursorText(cursor: Cursor): string {
  return Buffer.from(`${cursor.epoch} ${cursor.snapshot}`).toString("base64url");
}

/** The cursor again, or null for anything that is none: the browser then reads its state anew. */
export function parseCursor(text: string | null): Cursor | null {
  if (!text || text.length > 4_000) return null;
  const [epoch, snapshot, ...rest] = Buffer.from(text, "base64url").toString("utf8").split(" ");
  const sound = epoch && snapshot && rest.length === 0 && /^\d{1,20}:\d{1,20}:(\d{1,20}(,\d{1,20})*)?$/.test(snapshot);
  return sound ? { epoch, snapshot } : null;
}

/** Whether `one` could come after `other` in the same history: a transaction counter never runs backwards. */
export function isBehind(one: Snapshot, other: Snapshot): boolean {
  return BigInt(one.split(":")[1] ?? 0) <= BigInt(other.split(":")[1] ?? 0);
}
