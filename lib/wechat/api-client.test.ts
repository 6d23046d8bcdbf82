import { expect, test } from "vitest";
import { callApi, MAX_ANSWER_BYTES } from "./api-client";
import { answering, httpAnswer, jsonAnswer, rawServer } from "./testing/raw-server";

const call = (baseUrl: string, timeoutMs = 10_000) =>
  callApi({
    baseUrl,
    path: "/cgi-bin/x",
    query: { access_token: "a b" },
    body: { text: "停水😀" },
    timeoutMs,
  });

test("a POST is JSON in raw Unicode over a connection of its own", async () => {
  const server = await answering(jsonAnswer('{"errcode":0}'));
  expect(await call(server.baseUrl)).toEqual({
    kind: "answered",
    json: { errcode: 0 },
  });
  await call(server.baseUrl);

  expect(server.received).toHaveLength(2);
  const [head = "", body] = (server.received[0] ?? "").split("\r\n\r\n");
  expect(head.split("\r\n")[0]).toBe("POST /cgi-bin/x?access_token=a+b HTTP/1.1");
  expect(head).toMatch(/^connection: close$/im);
  expect(head).toMatch(/^content-length: 21$/im);
  expect(head).toMatch(new RegExp(`^host: ${new URL(server.baseUrl).host}$`, "im"));
  expect(body).toBe('{"text":"停水😀"}');
});

test("without a body the call is a GET; a base URL may have a path", async () => {
  const server = await answering(jsonAnswer("{}"));
  await callApi({
    baseUrl: `${server.baseUrl}/proxy/`,
    path: "/cgi-bin/y",
    timeoutMs: 10_000,
  });
  expect(server.received[0]).toMatch(/^GET \/proxy\/cgi-bin\/y HTTP\/1\.1\r\n/);
});

test("a base URL that is not http(s) is a mistake", async () => {
  await expect(callApi({ baseUrl: "ftp://a", path: "/", timeoutMs: 1 })).rejects.toThrow(TypeError);
  await expect(callApi({ baseUrl: "", path: "/", timeoutMs: 1 })).rejects.toThrow(TypeError);
});

test.each([
  ["chunked", 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\n{"a"\r\n3\r\n:1}\r\n0\r\n\r\n'],
  ["a byte-order mark", jsonAnswer('\uFEFF{"a":1}')],
  ["ended by the close of the connection", 'HTTP/1.1 200 OK\r\n\r\n{"a":1}'],
  ["as text/plain", httpAnswer("201 Created", '{"a":1}', "text/plain")],
  ["after an interim answer", `HTTP/1.1 100 Continue\r\n\r\n${jsonAnswer('{"a":1}')}`],
])("an answer %s is read", async (_, answer) => {
  const server = await answering(answer);
  expect(await call(server.baseUrl)).toEqual({
    kind: "answered",
    json: { a: 1 },
  });
});

test.each([
  ["httpStatus", httpAnswer("502 Bad Gateway", "<html>bad gateway</html>")],
  ["httpStatus", httpAnswer("500 Internal Server Error", '{"errcode":-1}')],
  ["httpStatus", `HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n`],
  ["httpStatus", httpAnswer("404 Not Found", "")],
  ["notJson", httpAnswer("200 OK", "<html>login to the network</html>")],
  ["notJson", jsonAnswer("")],
  ["notJson", jsonAnswer('{"errcode":0')],
  ["notJson", jsonAnswer('[{"errcode":0}]')],
  ["notJson", jsonAnswer("null")],
  ["notJson", jsonAnswer('"ok"')],
  ["notJson", "HTTP/1.1 204 No Content\r\n\r\n"],
  ["notJson", Buffer.concat([Buffer.from("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n"), Buffer.from('{"a":"\xff"}', "latin1")])],
  ["notHttp", "SSH-2.0-OpenSSH_9.2\r\n"],
  ["reset", 'HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{"errcode":0,'],
  ["reset", 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nd\r\n{"errcode":0}\r\n'],
  ["reset", "HTTP/1.1 200 OK\r\nContent-"],
  ["reset", ""],
  ["tooLarge", httpAnswer("200 OK", `{"a":"${"a".repeat(MAX_ANSWER_BYTES)}"}`)],
])("unclear, %s: %#", async (reason, answer) => {
  const server = await answering(answer);
  expect(await call(server.baseUrl)).toMatchObject({ kind: "unclear", reason });
  expect(server.received).toHaveLength(1);
});

test("unclear: the connection is closed at once, before anything is read", async () => {
  const server = await rawServer({ onConnection: (socket) => socket.destroy() });
  expect(await call(server.baseUrl)).toMatchObject({ kind: "unclear", reason: "reset" });
});

test("unclear: the connection is reset after the request was read", async () => {
  const server = await rawServer({
    onRequest: (socket) => socket.resetAndDestroy(),
  });
  expect(await call(server.baseUrl)).toEqual({
    kind: "unclear",
    reason: "reset",
    detail: "ECONNRESET",
  });
});

test("unclear: no answer, half an answer and an endless one all end with the time-out", async () => {
  const silent = await rawServer({});
  const half = await rawServer({
    onRequest: (socket) => socket.write("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{"),
  });
  const upgrade = await rawServer({
    onRequest: (socket) => socket.write("HTTP/1.1 100 Continue\r\n\r\n"),
  });
  for (const server of [silent, half, upgrade]) {
    expect(await call(server.baseUrl, 150)).toMatchObject({
      kind: "unclear",
      reason: "timeout",
    });
    expect(server.received).toHaveLength(1);
  }
});

test("unclear: a switch of protocols is no answer", async () => {
  const server = await answering("HTTP/1.1 101 Switching Protocols\r\nConnection: upgrade\r\nUpgrade: x\r\n\r\n");
  expect(await call(server.baseUrl, 150)).toMatchObject({ kind: "unclear" });
});

test("no word of request or answer stands in the detail", async () => {
  const server = await answering(httpAnswer("502 Bad Gateway", "secret of the answer"));
  expect(await call(server.baseUrl)).toEqual({
    kind: "unclear",
    reason: "httpStatus",
    detail: "HTTP 502, 20 bytes",
  });
});
