import { useEffect, useEffectEvent, useRef, useState } from "react";
import type { ThreadPresence } from "@/lib/presence/rules";
import { SECOND } from "@/lib/time/rules";
import { type FeedMessage, read } from "./feed-source";
import { hearMentions } from "./mentions";
import { forgetPresence, keepPresence } from "./presence";
import { tellAgain, tellOfLostTabs } from "./presence-teller";
import type { Change } from "./readings";
import { joinFeed } from "./shared-feed";
import { alignTicker } from "./ticker";

const RELOAD_PAUSE = 2 * SECOND;

export type Connection = { state: "live" | "catchingUp" } | { state: "lost"; since: Date };

/**
 * Keeps the screen alive: tells each change, asks for a reload when the gap was too wide (again and again until it succeeds),
 * and says how the line stands.
 */
export function useFeed(
  officerId: string,
  cursor: string,
  tell: { changed(change: Change): void; reload(): Promise<void>; ended(): void },
): Connection {
  const [connection, setConnection] = useState<Connection>({ state: "catchingUp" });
  const reloading = useRef(false);
  const left = useRef(false);

  const reload = useEffectEvent(() => tell.reload());
  const reloadUntilDone = useEffectEvent(async () => {
    if (reloading.current) return;
    reloading.current = true;
    setConnection({ state: "catchingUp" });
    while (!left.current && !(await succeeds(reload))) await new Promise((resolve) => setTimeout(resolve, RELOAD_PAUSE));
    reloading.current = false;
    if (!left.current) setConnection({ state: "live" });
  });
  const hear = useEffectEvent((message: FeedMessage) => {
    if (message.event === "ended") return tell.ended();
    if (message.event === "lost") {
      forgetPresence();
      return setConnection((was) => (was.state === "lost" ? was : { state: "lost", since: read<{ at: Date }>(message).at }));
    }
    alignTicker(read<{ now: Date }>(message).now);
    if (message.event === "presence") return keepPresence(officerId, read<{ whole: boolean; threads: ThreadPresence[] }>(message));
    if (message.event === "hello" || message.event === "reload") tellAgain();
    if (message.event === "beat") void tellOfLostTabs();
    if (message.event === "change") {
      const change = read<Change>(message);
      hearMentions(officerId, change);
      tell.changed(change);
    }
    if (message.event === "reload") return void reloadUntilDone();
    if (!reloading.current) setConnection((was) => (was.state === "live" ? was : { state: "live" }));
  });

  // The first cursor opens the stream; the stream itself knows the later ones.
  const firstCursor = useRef(cursor);
  useEffect(() => {
    left.current = false;
    const leave = joinFeed(officerId, firstCursor.current, (message) => hear(message));
    return () => {
      left.current = true;
      leave();
    };
  }, [officerId]);
  return connection;
}

async function succeeds(attempt: () => Promise<void>): Promise<boolean> {
  try {
    await attempt();
    return true;
  } catch {
    return false;
  }
}
