import { setTimeout as pause } from "node:timers/promises";
import { query } from "./database";
import { type LiveEvent, openEventStream } from "./event-stream";

const RECONNECT_AFTER = 100;

export type FeedReader = {
  /** Ids of messages and questions that the officer's screen has shown. */
  seen: Set<string>;
  counts: { connections: number; reloads: number };
  stop: () => Promise<void>;
};

/** An officer's browser that stays on the live stream: it comes back with its cursor, and reads everything anew when told to. */
export function followFeed(desk: { port: number; cookie: string; databaseUrl: string }): FeedReader {
  const seen = new Set<string>();
  const counts = { connections: 0, reloads: 0 };
  const reading = new Set<Promise<void>>();
  let cursor: string | null = null;
  let stopped = false;
  let hangUp = () => {};

  const following = (async () => {
    while (!stopped) {
      try {
        const stream = await openEventStream({ ...desk, cursor }, take);
        hangUp = stream.close;
        counts.connections += 1;
        if (stopped) stream.close();
        await stream.ended;
      } catch {
        // Refused or broken: tried again like any end.
      }
      await pause(RECONNECT_AFTER);
    }
  })();
  return {
    seen,
    counts,
    stop: async () => {
      stopped = true;
      hangUp();
      await following;
      await Promise.all(reading);
    },
  };

  function take({ name, data }: LiveEvent) {
    if (data.cursor) cursor = data.cursor;
    for (const { id } of [...(data.messages ?? []), ...(data.questions ?? [])]) seen.add(id);
    if (name !== "reload") return;
    counts.reloads += 1;
    const read = readState(desk.databaseUrl, seen).finally(() => reading.delete(read));
    reading.add(read);
  }
}

async function readState(databaseUrl: string, seen: Set<string>): Promise<void> {
  for (;;) {
    const rows = await query<{ id: string }>(databaseUrl, `SELECT id FROM "Message" UNION ALL SELECT id FROM "Question"`).catch(() => null);
    if (rows) {
      for (const { id } of rows) seen.add(id);
      return;
    }
    await pause(RECONNECT_AFTER);
  }
}
