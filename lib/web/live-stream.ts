import { type Scope, scopeOf } from "@/lib/officers/scope";
import { type Changes, isEmpty, within } from "@/lib/web/live-changes";

/** A browser that reads so slowly is let go; it comes back with its cursor. */
const MAX_BACKLOG_BYTES = 4 * 1024 * 1024;
const encoder = new TextEncoder();

/** One officer's open stream of Server-Sent Events. */
export type LiveStream = {
  readonly officerId: string;
  readonly secret: string;
  scope: Scope;
  readonly body: ReadableStream<Uint8Array>;
  /** One event; a stream that has ended swallows it. */
  send(event: "hello" | "change" | "reload" | "beat" | "presence" | "crowded" | "ended", data: string): void;
  close(): void;
};

/** Opens a stream that reports its end, whichever side ended it. */
export function openStream(reader: { officerId: string; secret: string; scope: Scope }, onEnd: (stream: LiveStream) => void): LiveStream {
  let controller: ReadableStreamDefaultController<Uint8Array> | null = null;
  const body = new ReadableStream<Uint8Array>(
    {
      start: (opened) => {
        controller = opened;
      },
      cancel: () => end(),
    },
    new ByteLengthQueuingStrategy({ highWaterMark: 64 * 1024 }),
  );
  const stream: LiveStream = { ...reader, body, send, close };
  return stream;

  function send(event: string, data: string) {
    if (!controller) return;
    controller.enqueue(encoder.encode(`event: ${event}\ndata: ${data}\n\n`));
    if ((controller.desiredSize ?? 0) < -MAX_BACKLOG_BYTES) close();
  }
  function close() {
    controller?.close();
    end();
  }
  function end() {
    controller = null;
    onEnd(stream);
  }
}

/** Tells each stream the part of the changes that its officer may see. */
export function broadcast(streams: Iterable<LiveStream>, changes: Changes, envelope: { cursor: string; now: Date }): void {
  tellEach(streams, "change", (scope) => {
    const seen = within(changes, scope);
    return isEmpty(seen) ? null : JSON.stringify({ ...envelope, ...seen });
  });
}

/** Sends each stream what its scope may hear, or nothing for null; officers of the same accounts share one text. */
export function tellEach(streams: Iterable<LiveStream>, event: "change" | "presence", textFor: (scope: Scope) => string | null): void {
  const texts = new Map<string, string | null>();
  for (const stream of streams) {
    const key = reachOf(stream.scope);
    if (!texts.has(key)) texts.set(key, textFor(stream.scope));
    const text = texts.get(key);
    if (text) stream.send(event, text);
  }
}

/** All that any of the streams may hear of. */
export function everyoneOf(streams: Iterable<LiveStream>): Scope {
  return scopeOf([...new Set([...streams].flatMap(({ scope }) => scope.accountIds))]);
}

/** Two scopes of the same reach have the same text here. */
export function reachOf(scope: Scope): string {
  return [...scope.accountIds].sort().join();
}
