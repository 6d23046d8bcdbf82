import { expect, test } from "vitest";
import { fetchStableToken } from "./access-token";
import { answering, closedAddress, httpAnswer, jsonAnswer } from "./testing/raw-server";

const account = {
  appId: "wx1",
  appSecret: "SECRET",
  forceRefresh: false,
  timeoutMs: 10_000,
};
const fetchToken = (baseUrl: string, forceRefresh = false) => fetchStableToken({ ...account, baseUrl, forceRefresh });

test("a token is asked for in the body, never in the address", async () => {
  const server = await answering(jsonAnswer('{"access_token":"T","expires_in":7200}'));
  expect(await fetchToken(server.baseUrl)).toEqual({
    kind: "token",
    accessToken: "T",
    expiresInSeconds: 7200,
  });
  await fetchToken(server.baseUrl, true);

  const [first = "", second = ""] = server.received.map((text) => text.split("\r\n\r\n")[1]);
  const asked = {
    grant_type: "client_credential",
    appid: "wx1",
    secret: "SECRET",
  };
  expect(server.received[0]).toMatch(/^POST \/cgi-bin\/stable_token HTTP/);
  expect(JSON.parse(first)).toEqual({ ...asked, force_refresh: false });
  expect(JSON.parse(second)).toEqual({ ...asked, force_refresh: true });
});

test("errcode 0 beside a token is a token", async () => {
  const server = await answering(jsonAnswer('{"errcode":0,"errmsg":"ok","access_token":"T","expires_in":7200}'));
  expect(await fetchToken(server.baseUrl)).toMatchObject({
    kind: "token",
    accessToken: "T",
  });
});

test("a refusal keeps its code and loses the secret", async () => {
  const errmsg = "invalid appsecret SECRET rid: 6523-ab12-77";
  const server = await answering(jsonAnswer(JSON.stringify({ errcode: 40125, errmsg })));
  expect(await fetchToken(server.baseUrl)).toEqual({
    kind: "refused",
    errcode: 40125,
    errmsg: "invalid appsecret *** rid: 6523-ab12-77",
    rid: "6523-ab12-77",
  });
});

test.each([
  ["noToken", jsonAnswer("{}")],
  ["noToken", jsonAnswer('{"access_token":"","expires_in":7200}')],
  ["noToken", jsonAnswer('{"access_token":"T"}')],
  ["noToken", jsonAnswer('{"access_token":"T","expires_in":"7200"}')],
  ["notJson", httpAnswer("200 OK", "<html></html>")],
  ["httpStatus", httpAnswer("502 Bad Gateway", "")],
  ["reset", ""],
])("unreachable, %s: %#", async (reason, answer) => {
  const server = await answering(answer);
  expect(await fetchToken(server.baseUrl)).toEqual({
    kind: "unreachable",
    reason,
  });
});

test("unreachable: nobody listens", async () => {
  expect(await fetchToken(`http://${await closedAddress()}`)).toEqual({
    kind: "unreachable",
    reason: "connectionRefused",
  });
});
