import { currentSnapshot, eventsSince, feedEpoch } from "@/lib/events/feed";
import type { Scope } from "@/lib/officers/scope";
import { keepPresence } from "@/lib/presence/keep-presence";
import { PRESENCE_BEAT_SECONDS } from "@/lib/presence/rules";
import { now } from "@/lib/time/clock";
import { SECOND } from "@/lib/time/rules";
import { changesOf } from "./live-changes";
import { cursorText, isBehind, parseCursor } from "./live-cursor";
import { type Hub, MAX_MISSED, readFeed, sessionsChecked } from "./live-feed";
import { tellPresence, tellWholePresence } from "./live-presence";
import { letOldestGo } from "./live-sessions";
import { broadcast, type LiveStream, openStream } from "./live-stream";

const PRESENCE_EVERY = SECOND;
const BEAT_EVERY = PRESENCE_BEAT_SECONDS * SECOND;

// On globalThis, because Next loads a module once for each of its bundles and there must be one reader of the feed a process.
const shared = globalThis as typeof globalThis & { jidaLive?: Hub };

/** Begins to read the feed for this web process and to keep its streams alive; on SIGTERM closes them, or Next would wait for them for ever. */
export function startLive(): void {
  if (shared.jidaLive) return;
  const hub: Hub = { epoch: "", snapshot: "", streams: new Set(), presence: [], healthy: false, stopped: false, stop: () => undefined };
  shared.jidaLive = hub;
  void readFeed(hub);
  void pollPresence(hub);
  const beating = setInterval(() => void beat(hub), BEAT_EVERY).unref();
  hub.stop = () => {
    hub.stopped = true;
    clearInterval(beating);
    for (const stream of [...hub.streams]) stream.close();
    delete shared.jidaLive;
  };
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, stopLive);
}

/** Closes every stream and reads no further. */
export function stopLive(): void {
  shared.jidaLive?.stop();
}

/** The cursor of this instant: taken before a page's queries, nothing falls between what they read and the stream. */
export async function feedCursor(): Promise<string> {
  const [epoch, snapshot] = [shared.jidaLive?.epoch || (await feedEpoch()), await currentSnapshot()];
  return cursorText({ epoch, snapshot });
}

/** Opens an officer's stream from a cursor: first what was missed, or `reload` when that can't be told, then everything as it comes. */
export async function subscribe(
  officer: { id: string; scope: Scope },
  secret: string,
  cursor: string | null,
): Promise<ReadableStream<Uint8Array>> {
  const hub = shared.jidaLive;
  if (!hub || hub.stopped) throw new Error("the live feed is not running in this process");
  const stream = openStream({ officerId: officer.id, secret, scope: officer.scope }, (ended) => hub.streams.delete(ended));
  // Joined before catching up: what the hub tells meanwhile may come twice, never not at all.
  hub.streams.add(stream);
  letOldestGo(hub.streams, officer.id);
  try {
    await catchUp(hub, stream, cursor);
    tellWholePresence(stream, hub.presence);
  } catch (error) {
    stream.close();
    throw error;
  }
  return stream.body;
}

async function catchUp(hub: Hub, stream: LiveStream, text: string | null) {
  const cursor = parseCursor(text);
  const epoch = hub.epoch || (await feedEpoch());
  const here = await currentSnapshot();
  const fresh = { cursor: cursorText({ epoch, snapshot: here }), now: now() };
  if (!cursor || cursor.epoch !== epoch || !isBehind(cursor.snapshot, here)) return stream.send("reload", JSON.stringify(fresh));
  const missed = await eventsSince(cursor.snapshot, MAX_MISSED);
  if (missed.events.length > MAX_MISSED) return stream.send("reload", JSON.stringify(fresh));
  const envelope = { cursor: cursorText({ epoch, snapshot: missed.snapshot }), now: now() };
  stream.send("hello", JSON.stringify(envelope));
  if (missed.events.length > 0) broadcast([stream], await changesOf(missed.events, stream.scope), envelope);
}

/** A presence that can't be read is read a second later. */
async function pollPresence(hub: Hub) {
  hub.presence = await tellPresence(hub.streams, hub.presence).catch(() => hub.presence);
  if (!hub.stopped) setTimeout(() => void pollPresence(hub), PRESENCE_EVERY);
}

/** No beat while the feed can't be read: a browser that hears none says so to its officer. */
async function beat(hub: Hub) {
  if (!hub.healthy) return;
  await sessionsChecked(hub).catch(() => undefined);
  await keepPresence([...new Set([...hub.streams].map(({ officerId }) => officerId))]).catch(() => undefined);
  const text = JSON.stringify({ now: now() });
  for (const stream of hub.streams) stream.send("beat", text);
}
