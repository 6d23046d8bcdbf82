import { type FeedMessage, FeedSource, read, SILENCE_LIMIT } from "./feed-source";

const TELLS_CURSOR = new Set<FeedMessage["event"]>(["hello", "change", "reload"]);

/**
 * The feed of one officer in this browser: one tab holds the stream and tells the others, because HTTP/1.1 allows six connections a host.
 * Where the browser has no locks (a desk on plain http by another name than localhost), each tab holds its own.
 * @returns how to leave it
 */
export function joinFeed(officerId: string, firstCursor: string, hear: (message: FeedMessage) => void): () => void {
  let cursor = firstCursor;
  const cursorNow = () => cursor;
  const follow = (message: FeedMessage) => {
    if (TELLS_CURSOR.has(message.event)) cursor = read<{ cursor: string }>(message).cursor;
    hear(message);
  };
  const leaving = new AbortController();
  const name = `jida-feed-${officerId}`;
  if (!navigator.locks || typeof BroadcastChannel === "undefined") lead(cursorNow, follow, leaving.signal);
  else share(name, cursorNow, follow, leaving.signal);
  return () => leaving.abort();
}

function lead(cursor: () => string, tell: (message: FeedMessage) => void, leaving: AbortSignal) {
  const source = new FeedSource(cursor, tell);
  source.open();
  leaving.addEventListener("abort", () => source.close());
}

function share(name: string, cursor: () => string, hear: (message: FeedMessage) => void, leaving: AbortSignal) {
  const channel = new BroadcastChannel(name);
  leaving.addEventListener("abort", () => channel.close());
  const following = new AbortController();
  leaving.addEventListener("abort", () => following.abort());
  listen(channel, cursor, hear, following.signal);

  const tellAll = (message: FeedMessage) => {
    // The source's own farewell may come after the tab has left.
    if (leaving.aborted) return;
    channel.postMessage(message);
    hear(message);
  };
  const held = () => new Promise<void>((resolve) => leaving.addEventListener("abort", () => resolve()));
  navigator.locks
    .request(name, { signal: leaving }, () => {
      following.abort();
      lead(cursor, tellAll, leaving);
      return held();
    })
    // The tab was left before its turn came.
    .catch(() => undefined);
}

/**
 * Listens to another tab's stream. What was told between this page and its first word it asks of the server itself, and again
 * whenever that tab falls silent: it may hang, or stand still before a question of its browser, and hold the lock all the while.
 */
function listen(channel: BroadcastChannel, cursor: () => string, hear: (message: FeedMessage) => void, over: AbortSignal) {
  let own = new AbortController();
  let openedAt = 0;
  let silence: ReturnType<typeof setTimeout> | undefined;
  const helpOneself = () => {
    own = new AbortController();
    openedAt = Date.now();
    lead(cursor, hear, own.signal);
  };
  const onMessage = ({ data }: MessageEvent<FeedMessage>) => {
    if (Date.now() - openedAt > SILENCE_LIMIT / 2) own.abort();
    clearTimeout(silence);
    silence = setTimeout(() => own.signal.aborted && helpOneself(), SILENCE_LIMIT);
    hear(data);
  };
  helpOneself();
  channel.addEventListener("message", onMessage);
  over.addEventListener("abort", () => {
    clearTimeout(silence);
    own.abort();
    channel.removeEventListener("message", onMessage);
  });
}
