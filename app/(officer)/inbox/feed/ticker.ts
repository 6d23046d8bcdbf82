import { SECOND } from "@/lib/time/rules";

// One clock for the whole page: the database's, as the server last told it; this computer's own may be wrong.
let offsets: number[] = [];
let current = 0;
let timer: ReturnType<typeof setInterval> | undefined;
const listeners = new Set<() => void>();

/** Takes over the server's time, as a message has just told it. A message that was held up tells too little: of the last few the largest counts. */
export function alignTicker(serverTime: Date): void {
  offsets = [...offsets.slice(-5), serverTime.getTime() - Date.now()];
  // Browsers slow the timers of a hidden tab down to one a minute; what the server says they pass on.
  if (listeners.size > 0 && serverNow().getTime() - current >= 2 * SECOND) tick();
}

/** The server's time at this instant. */
export function serverNow(): Date {
  return new Date(Date.now() + (offsets.length > 0 ? Math.max(...offsets) : 0));
}

/** The server's time at the last tick, in milliseconds: stable between two ticks, as React wants it. */
export function thisSecond(): number {
  if (current === 0) tick();
  return current;
}

/** Calls back at each tick, for as long as anybody listens. */
export function subscribeToSeconds(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(tick, SECOND);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

function tick() {
  current = serverNow().getTime();
  for (const listener of listeners) listener();
}
