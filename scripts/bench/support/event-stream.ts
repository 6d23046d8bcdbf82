import { request } from "node:http";

export type LiveEvent = { name: string; data: Change };
/** What the desk's live stream carries, as far as a measurement looks at it. */
type Change = { cursor?: string; messages?: { id: string; text: string }[]; questions?: { id: string }[] };

/**
 * Reads the live stream until `ended`, by the desk or by `close`. Resolves once the stream is open.
 * @throws Error when it is not granted or the desk does not answer
 */
export function openEventStream(
  address: { port: number; cookie: string; cursor: string | null },
  onEvent: (event: LiveEvent) => void,
): Promise<{ ended: Promise<void>; close: () => void }> {
  const { port, cookie, cursor } = address;
  const place = cursor === null ? "/api/events" : `/api/events?cursor=${encodeURIComponent(cursor)}`;
  return new Promise((resolve, reject) => {
    const call = request({ host: "127.0.0.1", port, path: place, headers: { cookie }, agent: false });
    call.once("error", reject);
    call.once("response", (response) => {
      if (response.statusCode !== 200) {
        reject(new Error(`the live stream answered ${response.statusCode}`));
        call.destroy();
        return;
      }
      let rest = "";
      response.setEncoding("utf8").on("data", (chunk: string) => {
        const blocks = (rest + chunk).split("\n\n");
        rest = blocks.pop() ?? "";
        for (const block of blocks) onEvent(eventOf(block));
      });
      response.on("error", () => undefined);
      resolve({ ended: new Promise((end) => response.once("close", end)), close: () => call.destroy() });
    });
    call.end();
  });
}

function eventOf(block: string): LiveEvent {
  const field = (name: string) => new RegExp(`^${name}: ?(.*)$`, "m").exec(block)?.[1];
  return { name: field("event") ?? "message", data: JSON.parse(field("data") ?? "{}") };
}
