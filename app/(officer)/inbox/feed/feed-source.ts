import { reviveInstants, SECOND } from "@/lib/time/rules";
import { serverNow } from "./ticker";

/** What the server said, or that the line is `lost`, since when by the server's clock. */
export type FeedMessage = { event: "hello" | "change" | "reload" | "beat" | "presence" | "ended" | "lost"; data: string };

const EVENTS = ["hello", "change", "reload", "beat", "presence", "ended"] as const;
/** The server beats every ten seconds; after so long without a word the line is dead, whatever the browser thinks. */
export const SILENCE_LIMIT = 25 * SECOND;
const LONGEST_PAUSE = 15 * SECOND;

/** One stream to the server that mends itself from the last cursor it saw. */
export class FeedSource {
  private source: EventSource | null = null;
  private retry: ReturnType<typeof setTimeout> | undefined;
  private watchdog: ReturnType<typeof setInterval> | undefined;
  private heardAt = Date.now();
  private connectingSince = 0;
  private failures = 0;
  private readonly leaving = new AbortController();

  private readonly cursor: () => string;
  private readonly tell: (message: FeedMessage) => void;

  constructor(cursor: () => string, tell: (message: FeedMessage) => void) {
    this.cursor = cursor;
    this.tell = tell;
  }

  open(): void {
    this.connect();
    this.watchdog = setInterval(
      () => Date.now() - Math.max(this.heardAt, this.connectingSince) > SILENCE_LIMIT && this.reconnect(),
      5 * SECOND,
    );
    // The browser knows before the silence tells, and when trying again makes sense.
    window.addEventListener("offline", () => this.reconnect(), this.leaving);
    window.addEventListener("online", () => this.source === null && this.connect(), this.leaving);
  }

  close(): void {
    this.leaving.abort();
    clearInterval(this.watchdog);
    clearTimeout(this.retry);
    this.source?.close();
    this.source = null;
  }

  private connect() {
    clearTimeout(this.retry);
    const source = new EventSource(`/api/events?cursor=${encodeURIComponent(this.cursor())}`);
    this.source = source;
    for (const event of EVENTS) source.addEventListener(event, (message: MessageEvent<string>) => this.hear({ event, data: message.data }));
    source.addEventListener("crowded", () => this.reconnect(LONGEST_PAUSE));
    // The browser would try again from the first cursor; we go on from the last.
    source.onerror = () => this.source === source && this.reconnect();
  }

  private hear(message: FeedMessage) {
    this.heardAt = Date.now();
    this.failures = 0;
    if (message.event === "ended") this.close();
    this.tell(message);
  }

  /** By the server's clock: the officer compares it with the times of messages. */
  private lostAt(): number {
    return this.heardAt + serverNow().getTime() - Date.now();
  }

  private reconnect(least = 0) {
    this.source?.close();
    this.source = null;
    this.tell({ event: "lost", data: JSON.stringify({ at: new Date(this.lostAt()) }) });
    this.connectingSince = Date.now();
    this.failures += 1;
    const pause = Math.min(Math.max(SECOND * 2 ** (this.failures - 1), least), LONGEST_PAUSE) * (0.5 + Math.random() / 2);
    clearTimeout(this.retry);
    this.retry = setTimeout(() => this.connect(), pause);
  }
}

/** What a message says, its instants revived; empty for one that says nothing. */
export function read<T>(message: FeedMessage): T {
  return JSON.parse(message.data, reviveInstants) as T;
}
