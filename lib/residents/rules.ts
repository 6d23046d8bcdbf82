import { after, HOUR, MINUTE, SECOND } from "@/lib/time/rules";

/** WeChat: five messages within 48 hours of a resident's message (since 2023-06-12; protocol section 5.2). */
const MESSAGE_WINDOW = { hours: 48, replies: 5 };
/** WeChat: three messages within one minute of a menu click, a follow or a scan (protocol section 5.2). */
const EVENT_WINDOW = { minutes: 1, replies: 3 };
/** We stop a minute early, because WeChat counts from its own clock. */
const MESSAGE_WINDOW_MARGIN = 60 * SECOND;
const WINDOW_OPENING_EVENTS = new Set(["click", "scancode_push", "scancode_waitmsg", "subscribe", "scan"]);

/** What officers call a resident, in characters. */
export const MAX_REMARK_LENGTH = 40;
export const MAX_TAGS = 10;
export const MAX_TAG_LENGTH = 12;

export type WindowKind = "message" | "event";
export type OpenedWindow = { kind: WindowKind; closesAt: Date; remaining: number };
/** Until when and how many more messages WeChat lets us send. */
export type ReplyWindow = { kind: WindowKind; openedAt: Date; closesAt: Date; remaining: number };

export type Windows = {
  unfollowedAt: Date | null;
  messageWindowOpenedAt: Date | null;
  messageWindowClosesAt: Date | null;
  messageWindowRemaining: number;
  eventWindowOpenedAt: Date | null;
  eventWindowClosesAt: Date | null;
  eventWindowRemaining: number;
};

/**
 * The reply window that a push opens, if any. A tap on a msgmenu item arrives as text but opens only the event window.
 * @param createTime WeChat's clock, which its window is measured by; one from the future counts from when we received it.
 */
export function windowOpenedBy(
  push: { kind: string; event: string | null; tapped: boolean },
  createTime: Date,
  receivedAt: Date,
): OpenedWindow | null {
  const from = createTime <= receivedAt ? createTime : receivedAt;
  const byEvent = push.kind === "event" ? WINDOW_OPENING_EVENTS.has(push.event?.toLowerCase() ?? "") : push.tapped;
  if (byEvent) return { kind: "event", closesAt: after(from, EVENT_WINDOW.minutes * MINUTE), remaining: EVENT_WINDOW.replies };
  if (push.kind === "event") return null;
  return { kind: "message", closesAt: after(from, MESSAGE_WINDOW.hours * HOUR - MESSAGE_WINDOW_MARGIN), remaining: MESSAGE_WINDOW.replies };
}

/** The window that a reply of `parts` messages would be sent through at `now`: the long one first, so the short one is never counted on. */
export function replyWindow(resident: Windows, now: Date, parts = 1): ReplyWindow | null {
  return openWindows(resident, now).find((window) => window.remaining >= parts) ?? null;
}

/** Why nothing can be sent at `now`: no window is open, or the open one is used up. Null when something can. */
export function windowRefusal(resident: Windows, now: Date, parts = 1): "windowClosed" | "windowSpent" | null {
  if (replyWindow(resident, now, parts)) return null;
  return openWindows(resident, now).length > 0 ? "windowSpent" : "windowClosed";
}

/** What the officer's badge shows: the open window with the most left, or the message window as it last stood. */
export function shownWindow(resident: Windows, now: Date): { closesAt: Date | null; remaining: number } {
  const open = openWindows(resident, now)[0];
  return open ? { closesAt: open.closesAt, remaining: open.remaining } : { closesAt: resident.messageWindowClosesAt, remaining: 0 };
}

function openWindows(resident: Windows, now: Date): ReplyWindow[] {
  if (resident.unfollowedAt) return [];
  const windows: ReplyWindow[] = [];
  if (resident.messageWindowOpenedAt && resident.messageWindowClosesAt && resident.messageWindowClosesAt > now) {
    windows.push({
      kind: "message",
      openedAt: resident.messageWindowOpenedAt,
      closesAt: resident.messageWindowClosesAt,
      remaining: resident.messageWindowRemaining,
    });
  }
  if (resident.eventWindowOpenedAt && resident.eventWindowClosesAt && resident.eventWindowClosesAt > now) {
    windows.push({
      kind: "event",
      openedAt: resident.eventWindowOpenedAt,
      closesAt: resident.eventWindowClosesAt,
      remaining: resident.eventWindowRemaining,
    });
  }
  return windows;
}

/** A short mark for a person without a name: WeChat gives none. Four characters, stable. */
export function markOf(residentId: string): string {
  return residentId.slice(-4).toUpperCase();
}
