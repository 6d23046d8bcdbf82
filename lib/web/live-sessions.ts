import { liveSessions } from "@/lib/officers/sessions";
import { type LiveStream, reachOf } from "./live-stream";

/** Streams that one officer may hold in one process; a browser shares one among its tabs where it can. */
const MAX_STREAMS = 20;

/** Closes the streams whose session has ended and gives the others the scope their officers have by now; `moved` hears of each that changed. */
export async function checkSessions(open: ReadonlySet<LiveStream>, moved: (stream: LiveStream) => void): Promise<void> {
  const streams = [...open];
  if (streams.length === 0) return;
  const live = await liveSessions(streams.map(({ secret }) => secret));
  for (const stream of streams) {
    const scope = live.get(stream.secret);
    if (!scope) {
      stream.send("ended", "{}");
      stream.close();
    } else if (reachOf(scope) !== reachOf(stream.scope)) {
      stream.scope = scope;
      moved(stream);
    }
  }
}

/** Of an officer's streams beyond twenty closes the oldest, told to come again after a pause: a tab then catches up, a stray program costs no more. */
export function letOldestGo(open: ReadonlySet<LiveStream>, officerId: string): void {
  const own = [...open].filter((stream) => stream.officerId === officerId);
  for (const stream of own.slice(0, Math.max(0, own.length - MAX_STREAMS))) {
    stream.send("crowded", "{}");
    stream.close();
  }
}
