import { liveSessions } from "@/lib/officers/sessions";
import { type LiveStream, reachOf } from "./live-stream";

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
