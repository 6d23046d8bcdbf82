import { expect, test } from "vitest";
import { sendText } from "./customer-message";
import { answering, closedAddress, httpAnswer, jsonAnswer, rawServer } from "./testing/raw-server";

const message = {
  accessToken: "TOKEN-/+=中",
  openid: "oUser",
  text: "今晚八点恢复供水",
  timeoutMs: 10_000,
  notAfter: Number.POSITIVE_INFINITY,
};
const send = (baseUrl: string, change: Partial<typeof message> = {}) => sendText({ ...message, ...change, baseUrl });

test("the request is custom/send with the text in raw Unicode", async () => {
  const server = await answering(jsonAnswer('{"errcode":0,"errmsg":"ok"}'));
  expect(await send(server.baseUrl)).toEqual({ kind: "taken" });
  const [head = "", body = ""] = (server.received[0] ?? "").split("\r\n\r\n");
  const url = new URL(head.split(" ")[1] ?? "", server.baseUrl);
  expect(url.pathname).toBe("/cgi-bin/message/custom/send");
  expect(url.searchParams.get("access_token")).toBe(message.accessToken);
  expect(body).toBe('{"touser":"oUser","msgtype":"text","text":{"content":"今晚八点恢复供水"}}');
});

test("nothing in a text makes JSON write \\u, which WeChat refuses", async () => {
  const server = await answering(jsonAnswer('{"errcode":0}'));
  await send(server.baseUrl, {
    text: '一\n\t二\0\u0001\u001f\u007f\uD800三😀\u2028"\\',
  });
  const body = server.received[0]?.split("\r\n\r\n")[1] ?? "";
  expect(body).not.toContain("\\u");
  expect(JSON.parse(body).text.content).toBe('一\n\t二\uFFFD三😀\u2028"\\');
});

test.each([
  [-1, "soon", "systemBusy"],
  [45009, "later", "dailyQuotaSpent"],
  [45011, "later", "minuteQuotaSpent"],
  [40001, "tokenRefresh", "tokenInvalid"],
  [40014, "tokenRefresh", "tokenInvalid"],
  [42001, "tokenRefresh", "tokenInvalid"],
  [45015, "never", "windowClosed"],
  [45047, "never", "windowSpent"],
  [43004, "never", "notFollowing"],
  [50005, "never", "notFollowing"],
  [43019, "never", "blocked"],
  [48002, "never", "blocked"],
  [40003, "never", "badOpenid"],
  [45002, "never", "textTooLong"],
  [48001, "never", "notGranted"],
  [45087, "never", "notGranted"],
  [50002, "never", "notGranted"],
  [41001, "never", "otherErrcode"],
  [99999, "never", "otherErrcode"],
])("errcode %i is surely not taken: %s", async (errcode, retry, reason) => {
  const server = await answering(jsonAnswer(`{"errcode":${errcode},"errmsg":"no rid: 6523-ab12-77"}`));
  expect(await send(server.baseUrl)).toEqual({
    kind: "notTaken",
    retry,
    reason,
    errcode,
    errmsg: "no rid: 6523-ab12-77",
    rid: "6523-ab12-77",
  });
  expect(server.received).toHaveLength(1);
});

test("no connection is surely not taken, and soon tried again", async () => {
  const nothing = {
    kind: "notTaken",
    retry: "soon",
    errcode: null,
    errmsg: null,
    rid: null,
  };
  expect(await send(`http://${await closedAddress()}`)).toEqual({
    ...nothing,
    reason: "connectionRefused",
  });
  expect(await send("http://nowhere.invalid")).toEqual({
    ...nothing,
    reason: "dns",
  });

  const silent = await rawServer({});
  const secure = silent.baseUrl.replace("http:", "https:");
  expect(await send(secure, { timeoutMs: 150 })).toEqual({
    ...nothing,
    reason: "connectTimeout",
  });
});

test.each([
  ["httpStatus", httpAnswer("502 Bad Gateway", "<html></html>")],
  ["httpStatus", httpAnswer("500 Internal Server Error", '{"errcode":45015}')],
  ["notJson", httpAnswer("200 OK", "<html></html>")],
  ["noErrcode", jsonAnswer("{}")],
  ["noErrcode", jsonAnswer('{"errcode":"0"}')],
  ["noErrcode", jsonAnswer('{"errcode":0.5}')],
  ["noErrcode", jsonAnswer('{"errcode":null}')],
  ["reset", 'HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{"errcode":0}'],
  ["reset", ""],
])("unknown, %s: %#", async (reason, answer) => {
  const server = await answering(answer);
  expect(await send(server.baseUrl)).toMatchObject({ kind: "unknown", reason });
  expect(server.received).toHaveLength(1);
});

test("a time-out after the request was written is unknown", async () => {
  const server = await rawServer({});
  expect(await send(server.baseUrl, { timeoutMs: 150 })).toMatchObject({
    kind: "unknown",
    reason: "timeout",
  });
  expect(server.received[0]).toContain("今晚八点恢复供水");
});

test("an errmsg that repeats the token loses it", async () => {
  const forms = `${message.accessToken} ${encodeURIComponent(message.accessToken)}`;
  const server = await answering(jsonAnswer(JSON.stringify({ errcode: 40001, errmsg: `bad ${forms}` })));
  expect(await send(server.baseUrl)).toMatchObject({
    errmsg: "bad *** ***",
    rid: null,
  });
});
