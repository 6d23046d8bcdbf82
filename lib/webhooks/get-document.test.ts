import { type AddressInfo, createServer } from "node:net";
import { gzipSync } from "node:zlib";
import { expect, onTestFinished, test } from "vitest";
import { getDocument } from "./get-document";
import { listening } from "./testing";

const GB = Buffer.from("baaed3ea", "hex");
const XML = Buffer.concat([Buffer.from('<?xml version="1.0" encoding="gb2312"?><a>'), GB, Buffer.from("</a>")]);

test.each([
  ["a text of a wanted type", { "content-type": "Application/JSON; charset=utf-8" }, Buffer.from("寒"), { kind: "got", text: "寒" }],
  ["a type that ends so", { "content-type": "application/geo+json" }, Buffer.from("{}"), { kind: "got", text: "{}" }],
  ["the encoding that its head names", { "content-type": "text/xml;charset=GBK" }, GB, { kind: "got", text: "寒雨" }],
  [
    "the encoding that its first line names",
    { "content-type": "text/xml" },
    XML,
    { kind: "got", text: expect.stringContaining("<a>寒雨</a>") },
  ],
  ["letters of another encoding", { "content-type": "text/xml" }, GB, { kind: "notGot", reason: "notText" }],
  ["an encoding that there is none of", { "content-type": "text/xml; charset=x-own" }, GB, { kind: "notGot", reason: "notText" }],
  ["a page", { "content-type": "text/html" }, GB, { kind: "notGot", reason: "contentType" }],
  ["no type at all", {}, GB, { kind: "notGot", reason: "contentType" }],
  ["what is packed", { "content-type": "text/xml", "content-encoding": "gzip" }, gzipSync(XML), { kind: "notGot", reason: "contentType" }],
])("%s", async (_, headers, body, got) => {
  const { url, asked } = await listening((__, response) => response.writeHead(200, headers).end(body));
  const types = ["application/json", "text/xml", "+json"];
  expect(await getDocument({ address: `${url}/now`, types, timeoutMs: 5_000, allowHosts: ["127.0.0.1"] })).toMatchObject(got);
  expect(asked).toEqual([expect.stringMatching(/^GET 127.0.0.1:\d+ \/now$/)]);
});

test("a document that is known is asked for unless it has not changed; nobody who knows none is told so", async () => {
  const given = { "content-type": "text/xml", etag: '"7"', "last-modified": "Mon, 23 Nov 2026 07:00:00 GMT" };
  const { url } = await listening(({ headers }, response) => {
    const isKnown = headers["if-none-match"] === given.etag && headers["if-modified-since"] === given["last-modified"];
    response.writeHead(isKnown || headers["if-none-match"] === undefined ? 304 : 200, given).end("<a/>");
  });
  const wanted = { address: url, types: ["text/xml"], timeoutMs: 5_000, allowHosts: ["127.0.0.1"] };
  const got = await getDocument({ ...wanted, known: { etag: '"6"', lastModified: null } });
  if (got.kind !== "got") return expect.fail(got.kind);
  expect(got.mark).toEqual({ etag: given.etag, lastModified: given["last-modified"] });
  expect(await getDocument({ ...wanted, known: got.mark })).toEqual({ kind: "unchanged" });
  expect(await getDocument(wanted)).toEqual({ kind: "notGot", reason: "redirect" });
});

test("a server that goes on in another protocol brought nothing, and nobody waits for more", async () => {
  const server = createServer((socket) => {
    socket.once("data", () => socket.end("HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n"));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const got = await getDocument({ address, types: ["text/xml"], timeoutMs: 5_000, allowHosts: ["127.0.0.1"] });
  expect(got).toEqual({ kind: "notGot", reason: "network" });
});
