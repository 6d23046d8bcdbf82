/** What the desk itself did, for no account: named so where an account's slug would stand. */
export const DESK = "desk";
export const PAGE_ROWS = 50;
/** No file has more rows than these, beneath its heads. */
export const MOST_ROWS = 50_000;
/** Without other days, the trail is shown from so many days ago on. */
export const SHOWN_DAYS = 7;
export const FORMATS = ["csv", "xlsx", "jsonl"] as const;
/** Facts whose value is an officer's id. */
export const OFFICER_FACTS: readonly string[] = ["toId", "fromId", "previousId", "ownerId", "officerId", "ofId", "closedById", "person"];

export type AuditFormat = (typeof FORMATS)[number];
/** A place in the trail of an account, newest first: what comes after it is older. */
export type AuditCursor = { day: string; seq: number };

/** A cursor as an address says it. */
export function cursorText({ day, seq }: AuditCursor): string {
  return `${day}.${seq}`;
}

/** The cursor of a text that schema.ts has accepted. */
export function cursorOf(text: string): AuditCursor {
  const [day = "", seq] = text.split(".");
  return { day, seq: Number(seq) };
}

/** Where on the desk the record of an event can be looked at, or null. */
export function placeOf(event: { threadId: string | null; facts: Record<string, unknown> | null }): string | null {
  const { standingAnswerId, quickReplyId } = event.facts ?? {};
  if (event.threadId) return `/inbox/${event.threadId}`;
  if (typeof standingAnswerId === "string") return `/standing-answers/${standingAnswerId}`;
  return typeof quickReplyId === "string" ? `/settings/quick-replies/${quickReplyId}` : null;
}
