import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { ActingOfficer } from "@/lib/officers/scope";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { feedCursor, startLive, stopLive, subscribe } from "./live";
import { signedIn } from "./testing/listen";

/** Who asks over HTTP, by the address. */
const doors = new Map<string, () => Promise<ReadableStream<Uint8Array>>>();
const server = createServer(async (request, response) => {
  const body = await doors.get(request.url ?? "")?.();
  response.writeHead(200, { "content-type": "text/event-stream" });
  // A browser that goes away breaks the pipe.
  if (body) await pipeline(Readable.fromWeb(body as never), response).catch(() => undefined);
});

beforeAll(async () => {
  startLive();
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
});
afterAll(() => {
  stopLive();
  server.closeAllConnections();
  server.close();
});

/** An officer's stream over HTTP: waits for one of the events and tells which came, or `closed`. */
async function browse(officer: ActingOfficer, secret: string) {
  doors.set(`/${officer.id}`, async () => subscribe(officer, secret, await feedCursor()));
  const going = new AbortController();
  const { port } = server.address() as AddressInfo;
  const { body } = await fetch(`http://127.0.0.1:${port}/${officer.id}`, { signal: going.signal });
  const reader = (body ?? new ReadableStream<Uint8Array>()).getReader();
  let text = "";
  const until = async (...events: string[]): Promise<string> => {
    for (;;) {
      const came = [...text.matchAll(/^event: (\w+)\ndata: .*\n\n/gm)].find(([, event]) => events.includes(event ?? ""));
      if (came) {
        text = text.slice(came.index + came[0].length);
        return came[1] ?? "";
      }
      const { value, done } = await reader.read();
      if (done) return "closed";
      text += new TextDecoder().decode(value);
    }
  };
  await until("presence");
  return { until, leave: () => going.abort() };
}

test("of an officer's streams beyond twenty the oldest is told to come again and is closed; the others, and a colleague's, go on", async () => {
  const { lin, zhao, hears } = await town();
  const secret = await signedIn(lin);
  const colleague = await browse(zhao, await signedIn(zhao));
  const tabs = [];
  for (let count = 0; count < 20; count += 1) tabs.push(await browse(lin, secret));
  const latest = await browse(lin, secret);
  const [oldest, second] = tabs;
  expect(await oldest?.until("crowded")).toBe("crowded");
  expect(await oldest?.until("beat")).toBe("closed");
  await hears("o-xing", "出口堵了");
  for (const tab of [second, latest, colleague]) expect(await tab?.until("change", "crowded")).toBe("change");
});

test("a stream that its browser has left takes nobody's place", async () => {
  const { lin, hears } = await town();
  const secret = await signedIn(lin);
  const tabs = [];
  for (let count = 0; count < 20; count += 1) tabs.push(await browse(lin, secret));
  const [oldest, second] = tabs;
  second?.leave();
  // The desk hears of it when the pipe breaks, at its next word at the latest.
  await hears("o-xing", "出口堵了");
  await oldest?.until("change");
  await browse(lin, secret);
  await hears("o-xing", "还堵着");
  expect(await oldest?.until("change", "crowded")).toBe("change");
});
