/** How many customer-service messages may still be sent, and until when (platform ms). */
type ReplyWindow = { remaining: number; closesAt: number };

/** Kept apart: a message opens one, an event (follow, menu click, scan, menu tap) the other. */
export type Windows = {
  message: ReplyWindow | null;
  event: ReplyWindow | null;
};

/** Counts and spans in force since 2023-06-12 (protocol 5.2). */
const MESSAGE_WINDOW = { count: 5, spanMs: 48 * 3600_000 };
const EVENT_WINDOW = { count: 3, spanMs: 60_000 };

const CLOSED_CODE = 45015;
const SPENT_CODE = 45047;

export function closedWindows(): Windows {
  return { message: null, event: null };
}

/** The resident wrote: five messages for forty-eight hours from `at`, less those `spent` since. */
export function openMessageWindow(windows: Windows, at: number, spent = 0): void {
  const remaining = Math.max(0, MESSAGE_WINDOW.count - spent);
  windows.message = { remaining, closesAt: at + MESSAGE_WINDOW.spanMs };
}

/** The resident followed, clicked or scanned: three messages for one minute from `at`. */
export function openEventWindow(windows: Windows, at: number): void {
  windows.event = {
    remaining: EVENT_WINDOW.count,
    closesAt: at + EVENT_WINDOW.spanMs,
  };
}

/**
 * Takes one message from an open window, the shorter-lived one first. Returns 0, 45015 when no
 * window is open, or 45047 when those that are open are spent.
 */
export function spendWindow(windows: Windows, now: number): number {
  const open = [windows.event, windows.message].filter((window): window is ReplyWindow => window !== null && now < window.closesAt);
  if (open.length === 0) return CLOSED_CODE;

  const usable = open.find((window) => window.remaining > 0);
  if (!usable) return SPENT_CODE;
  usable.remaining -= 1;
  return 0;
}
