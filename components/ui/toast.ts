"use client";

export type Toast = {
  message: string;
  tone: "plain" | "danger";
  action?: { label: string; run: () => void };
  seconds: number;
  /** `bar`: on the page's bar. `corner`: below at the left, for what comes unasked and may cover no count. */
  place: "bar" | "corner";
  /** Takes the place of what was said before about the same. */
  about?: string;
};

let waiting: Toast[] = [];
let listener: (() => void) | null = null;

/** Says something in a corner for some seconds (6, or as long as the action can be taken), politely announced. */
export function toast(message: string, options: Partial<Omit<Toast, "message">> = {}): void {
  waiting.push({ message, tone: "plain", place: "bar", seconds: 6, ...options });
  listener?.();
}

/** For the Toaster: hears of what waits; returns how to stop. */
export function onToast(hear: () => void): () => void {
  listener = hear;
  if (waiting.length > 0) hear();
  return () => {
    listener = null;
  };
}

/** For the Toaster: what waits to be shown, once. */
export function takeToasts(): Toast[] {
  const taken = waiting;
  waiting = [];
  return taken;
}
