import { type FeedMessage, FeedSource, read, SILENCE_LIMIT } from "./feed-source";

export type FeedListener = { hear(message: FeedMessage): void; lost(): void };

/**
 * The feed of one officer in this browser: one tab holds the stream and tells the others, because HTTP/1.1 allows six connections a host.
 * Where the browser has no locks (a desk on plain http by another name than localhost), each tab holds its own.
 */
export function joinFeed(officerId: string, firstCursor: string, listener: FeedListener): () => void {
  let cursor = firstCursor;
  const hear = (message: FeedMessage) => {
    if (message.event === "hello" || message.event === "change" || message.event === "reload")
      cursor = read<{ cursor: string }>(message).cursor;
    listener.hear(message);
  };
  const leaving = new AbortController();
  const sources: FeedSource[] = [];
  const name = `jida-feed-${officerId}`;
  const locks = typeof BroadcastChannel === "undefined" ? undefined : navigator.locks;
  const channel = locks ? new BroadcastChannel(name) : null;

  const lead = () => {
    const source = new FeedSource(
      () => cursor,
      (message) => {
        channel?.postMessage(message);
        hear(message);
      },
      listener.lost,
    );
    sources.push(source);
    source.open();
  };
  if (!locks || !channel) lead();
  else {
    void locks
      .request(name, { signal: leaving.signal }, () => {
        stopFollowing();
        lead();
        return new Promise<void>((resolve) => leaving.signal.addEventListener("abort", () => resolve()));
      })
      .catch(() => undefined);
  }
  const stopFollowing = channel ? follow(channel, hear, listener.lost, () => cursor) : () => undefined;

  return () => {
    leaving.abort();
    stopFollowing();
    channel?.close();
    for (const source of sources) source.close();
  };
}

/** A tab that listens to another one's stream. What was told between its page and its first word it asks of the server itself, once. */
function follow(channel: BroadcastChannel, hear: (message: FeedMessage) => void, lost: () => void, cursor: () => string): () => void {
  let heardAt = Date.now();
  channel.onmessage = ({ data }: MessageEvent<FeedMessage>) => {
    heardAt = Date.now();
    hear(data);
  };
  const catchUp = new FeedSource(cursor, hear, () => undefined);
  catchUp.open();
  const settled = setTimeout(() => catchUp.close(), SILENCE_LIMIT / 2);
  const watchdog = setInterval(() => Date.now() - heardAt > SILENCE_LIMIT && lost(), SILENCE_LIMIT / 5);
  return () => {
    clearTimeout(settled);
    clearInterval(watchdog);
    catchUp.close();
    channel.onmessage = null;
  };
}
