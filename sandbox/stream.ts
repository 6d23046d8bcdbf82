import type { ServerResponse } from "node:http";
import type { Platform } from "./platform";
import { summaryOf } from "./residents";

const HEARTBEAT_MS = 20_000;

/**
 * The phone page's stream (Server-Sent Events): `line`, `chat`, `resident`, `typing`, `menu` and `reset`. What came
 * before is not repeated; a page loads it when its stream opens.
 */
export function openStream(platform: Platform, response: ServerResponse): void {
  response.writeHead(200, {
    "content-type": "text/event-stream; charset=utf-8",
    "cache-control": "no-cache, no-transform",
  });
  response.write(": open\n\n");

  const unsubscribe = platform.changes.subscribe((change) => {
    const resident = "openid" in change ? platform.residents.get(change.openid) : undefined;
    if (resident?.hidden) return;
    const data = { ...change, resident: resident ? summaryOf(resident) : null };
    response.write(`event: ${change.type}\ndata: ${JSON.stringify(data)}\n\n`);
  });
  const heartbeat = setInterval(() => response.write(": still here\n\n"), HEARTBEAT_MS);
  const end = () => response.end();
  platform.ending.signal.addEventListener("abort", end);
  response.on("close", () => {
    unsubscribe();
    clearInterval(heartbeat);
    platform.ending.signal.removeEventListener("abort", end);
  });
}
