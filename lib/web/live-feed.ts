import { currentSnapshot, eventsSince, type FeedPage, feedEpoch, type Snapshot } from "@/lib/events/feed";
import type { EventType } from "@/lib/events/types";
import type { ThreadPresence } from "@/lib/presence/rules";
import { reportDefect } from "@/lib/report-defect";
import { now } from "@/lib/time/clock";
import { changesOf, isEmpty } from "./live-changes";
import { cursorText, isBehind } from "./live-cursor";
import { tellWholePresence } from "./live-presence";
import { checkSessions } from "./live-sessions";
import { broadcast, everyoneOf, type LiveStream } from "./live-stream";

const POLL_EVERY = 100;
/** Further behind than this a browser reads its state anew instead. */
export const MAX_MISSED = 1_000;
const ENDS_SESSIONS = new Set<string>([
  "officer.changed",
  "officer.deactivated",
  "officer.factorRemoved",
  "officer.factorRuleSet",
  "officer.factorsTaken",
  "officer.passkeyAdded",
  "officer.passwordChanged",
  "officer.passwordChosen",
  "officer.passwordLinkMade",
  "officer.passwordReset",
  "officer.sessionEnded",
  "officer.sessionsEnded",
  "officer.signedOut",
  "officer.totpAdded",
] satisfies EventType[]);

/** What one web process knows of the feed and of who listens to it. */
export type Hub = {
  epoch: string;
  snapshot: Snapshot;
  streams: Set<LiveStream>;
  /** Who was where when it was last asked. */
  presence: ThreadPresence[];
  healthy: boolean;
  stopped: boolean;
  stop(): void;
};

/** Tells the hub's streams what happens, ten times a second until it is stopped; what could not be told is read again. */
export async function readFeed(hub: Hub): Promise<void> {
  try {
    if (!hub.healthy) await resume(hub);
    const page = await eventsSince(hub.snapshot, MAX_MISSED);
    if (page.events.length > MAX_MISSED) reloadAll(hub, page.snapshot);
    else if (page.events.length > 0 && hub.streams.size > 0) await tell(hub, page);
    // Only now, when it has been told.
    hub.snapshot = page.snapshot;
  } catch (error) {
    if (hub.healthy && !hub.stopped) reportDefect("live feed", error);
    hub.healthy = false;
  }
  if (!hub.stopped) setTimeout(() => void readFeed(hub), POLL_EVERY);
}

/** Lets go whose session has ended, and tells the others whom they may see by now. */
export function sessionsChecked(hub: Hub): Promise<void> {
  return checkSessions(hub.streams, (stream) => tellWholePresence(stream, hub.presence));
}

/** At the start, and whenever the database was away: it may come back as another one. */
async function resume(hub: Hub) {
  const epoch = await feedEpoch();
  const here = await currentSnapshot();
  const same = hub.epoch === epoch && isBehind(hub.snapshot, here);
  if (!same) {
    hub.epoch = epoch;
    hub.snapshot = here;
    reloadAll(hub, here);
  }
  hub.healthy = true;
}

async function tell(hub: Hub, { events, snapshot }: FeedPage) {
  if (events.some(({ type }) => ENDS_SESSIONS.has(type))) await sessionsChecked(hub);
  // Before the rows are read: a browser keeps what was read later.
  const envelope = { cursor: cursorText({ epoch: hub.epoch, snapshot }), now: now() };
  const changes = await changesOf(events, everyoneOf(hub.streams));
  if (!isEmpty(changes)) broadcast(hub.streams, changes, envelope);
}

function reloadAll(hub: Hub, snapshot: Snapshot) {
  const text = JSON.stringify({ cursor: cursorText({ epoch: hub.epoch, snapshot }), now: now() });
  for (const stream of hub.streams) stream.send("reload", text);
}
