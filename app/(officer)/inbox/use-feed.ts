import { useEffect, useEffectEvent, useRef, useState } from "react";
import { type FeedMessage, read } from "./feed-source";
import { joinFeed } from "./shared-feed";
import type { Change } from "./store";
import { alignTicker } from "./ticker";

export type Connection = { state: "live" | "catchingUp" } | { state: "lost"; since: Date };

/** Keeps the screen alive: tells each change, asks for a reload when the gap was too wide, and says how the line stands. */
export function useFeed(
  officerId: string,
  cursor: string,
  tell: { changed(change: Change): void; reload(): Promise<void>; ended(): void },
): Connection {
  const [connection, setConnection] = useState<Connection>({ state: "catchingUp" });

  const hear = useEffectEvent(async (message: FeedMessage) => {
    if (message.event === "ended") return tell.ended();
    const { now } = read<{ now: Date }>(message);
    alignTicker(now);
    if (message.event === "change") tell.changed(read<Change>(message));
    if (message.event === "reload") {
      setConnection({ state: "catchingUp" });
      await tell.reload();
    }
    setConnection((was) => (was.state === "live" ? was : { state: "live" }));
  });
  const lost = useEffectEvent(() => setConnection((was) => (was.state === "lost" ? was : { state: "lost", since: new Date() })));

  // The first cursor opens the stream; the stream itself knows the later ones.
  const firstCursor = useRef(cursor);
  useEffect(() => joinFeed(officerId, firstCursor.current, { hear: (message) => void hear(message), lost: () => lost() }), [officerId]);
  return connection;
}
