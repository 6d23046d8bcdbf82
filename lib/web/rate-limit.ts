import { MINUTE } from "@/lib/time/rules";

const MOST_KNOWN = 10_000;

/**
 * Counts knocks by key in this process: so many a minute are let through, then none until that minute is over. It keeps a crowd of
 * requests away from the database; it guards no secret.
 */
export function rateLimit(most: number, clock: () => number = Date.now): (key: string) => boolean {
  let counts = new Map<string, number>();
  let minute = 0;
  return (key) => {
    const current = Math.floor(clock() / MINUTE);
    if (current !== minute || counts.size > MOST_KNOWN) counts = new Map();
    minute = current;
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    return count <= most;
  };
}
