import type { ThreadRead } from "./loaders";
import type { Change } from "./readings";
import { threadWithChange } from "./store-merge";

const MOST_THREADS = 30;
const MOST_CHANGES = 1_000;

type Kept = {
  read: ThreadRead;
  /** When the server read the last change that was merged in; null when there was none. */
  changedAt: number | null;
};

/** Threads that were read lately or ahead of time, kept true by what the feed tells. The least lately used one makes room. */
export class ThreadCache {
  private readonly kept = new Map<string, Kept>();
  /** When each thread last changed: a reading from before is not taken. */
  private readonly changes = new Map<string, number>();

  /** Keeps what was read, unless the feed has told something newer by now. */
  put(read: ThreadRead): void {
    if (!read.open || (this.changes.get(read.threadId) ?? 0) > read.readAt.getTime()) return;
    renew(this.kept, read.threadId, { read, changedAt: null }, MOST_THREADS);
  }

  /** The thread as it is known; `whole`: nothing has changed since the server read all of it. */
  get(threadId: string): { read: ThreadRead; whole: boolean } | null {
    const kept = this.kept.get(threadId);
    if (!kept) return null;
    renew(this.kept, threadId, kept, MOST_THREADS);
    return { read: kept.read, whole: kept.changedAt === null };
  }

  has(threadId: string): boolean {
    return this.kept.has(threadId);
  }

  /** Merges a change into the threads that it names. */
  hear(change: Change): void {
    const at = change.now.getTime();
    for (const threadId of threadsOf(change)) {
      renew(this.changes, threadId, Math.max(at, this.changes.get(threadId) ?? 0), MOST_CHANGES);
      const kept = this.kept.get(threadId);
      if (!kept?.read.open || at <= kept.read.readAt.getTime()) continue;
      // Told out of turn: nobody can say which is newer.
      if (at < (kept.changedAt ?? 0)) this.kept.delete(threadId);
      else this.kept.set(threadId, { read: { ...kept.read, open: threadWithChange(kept.read.open, change) }, changedAt: at });
    }
  }

  /** Something has changed that no change tells of: what was read before `at` is not true any more. */
  outdate(threadId: string, at: Date): void {
    renew(this.changes, threadId, at.getTime(), MOST_CHANGES);
    this.kept.delete(threadId);
  }

  /** After a gap in what the feed tells. */
  clear(): void {
    this.kept.clear();
  }
}

function threadsOf({ questions, threads, messages, notes }: Change): Set<string> {
  return new Set([
    ...questions.map(({ threadId }) => threadId),
    ...threads.map(({ id }) => id),
    ...messages.map(({ threadId }) => threadId),
    ...notes.map(({ threadId }) => threadId),
  ]);
}

/** Puts an entry at the end of a map and takes the first ones away that are too many. */
function renew<Value>(map: Map<string, Value>, key: string, value: Value, most: number): void {
  map.delete(key);
  map.set(key, value);
  for (const oldest of map.keys()) {
    if (map.size <= most) break;
    map.delete(oldest);
  }
}
