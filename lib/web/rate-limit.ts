import { MINUTE } from "@/lib/time/rules";

const MOST_KNOWN = 10_000;

/** How often each of many has knocked in this minute. */
export type Knocks = { count: (key: string) => number; known: (key: string) => number };

/**
 * Counts knocks by key in this process, anew each minute and for ten thousand keys at most. It keeps a crowd of requests away from the
 * database; it guards no secret.
 */
export function countKnocks(clock: () => number = Date.now): Knocks {
  let counts = new Map<string, number>();
  let minute = 0;
  const current = () => {
    const now = Math.floor(clock() / MINUTE);
    if (now !== minute || counts.size > MOST_KNOWN) counts = new Map();
    minute = now;
    return counts;
  };
  const known = (key: string) => current().get(key) ?? 0;
  const count = (key: string) => {
    const times = known(key) + 1;
    counts.set(key, times);
    return times;
  };
  return { count, known };
}

/** Lets so many knocks of each key through a minute, then none until that minute is over. */
export function rateLimit(most: number, clock?: () => number): (key: string) => boolean {
  const { count } = countKnocks(clock);
  return (key) => count(key) <= most;
}
