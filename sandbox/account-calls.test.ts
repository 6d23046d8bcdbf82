import { expect, test } from "vitest";
import { ACCOUNT, MEIHUA, playPlatform, serveWebhook } from "./test-webhook";

const CREDENTIALS = { grant_type: "client_credential", appid: ACCOUNT.appId, secret: ACCOUNT.appSecret };

async function play() {
  return playPlatform((await serveWebhook(() => "success")).url);
}

/** One call of each right, by what stands in protocol 10.1; `refused` are the kinds of account that get 48001. */
test.each([
  ["a verified subscription account", "subscription", true, ["service"]],
  ["an unverified service account", "service", false, ["verified", "service"]],
  ["an unverified subscription account", "subscription", false, ["verified", "service"]],
  ["a verified service account", "service", true, []],
  ["a test account", "test", false, []],
] as const)("what %s may call", async (_name, kind, verified, refused) => {
  const { control, call } = await play();
  await control("POST", "settings", { kind, verified });
  const calls: [string, string, object?][] = [
    ["everybody", "getcallbackip"],
    ["everybody", "ticket/getticket?type=jsapi"],
    ["everybody", "draft/count"],
    ["verified", "user/get"],
    ["verified", "freepublish/get", { publish_id: "1" }],
    ["verified", "message/custom/typing", { touser: MEIHUA, command: "Typing" }],
    ["verified", "message/mass/sendall", {}],
    ["service", "message/mass/send", {}],
    ["service", "qrcode/create", {}],
    ["service", "message/template/send", {}],
    ["service", "message/subscribe/bizsend", {}],
  ];
  for (const [right, path, body] of calls) {
    const { errcode = 0 } = await call(path, body);
    expect([path, errcode === 48001]).toEqual([path, (refused as readonly string[]).includes(right)]);
  }
});

test.each([
  ["a caller off the whitelist", { ipWhitelist: ["10.0.0.1"] }, 40164],
  ["a frozen secret", { secretFrozen: true }, 40243],
  ["an admin who has yet to confirm", { adminConfirmed: false }, 89503],
  ["a caller on the whitelist", { ipWhitelist: ["127.0.0.1"] }, undefined],
])("a token for %s", async (_name, settings, errcode) => {
  const { control, api } = await play();
  await control("POST", "settings", settings);
  const answers = [await api("POST", "stable_token", CREDENTIALS), await api("GET", `token?${new URLSearchParams(CREDENTIALS)}`)];
  expect(answers.map((answer) => answer.errcode)).toEqual([errcode, errcode]);
});

test("a spent day is 45009 until tomorrow, or until it is cleared", async () => {
  const { control, api, call } = await play();
  await control("POST", "settings", { dailyLimits: { "/cgi-bin/user/get": 1 } });
  await call("user/get");
  expect(await call("user/get")).toMatchObject({ errcode: 45009 });
  await call("openapi/quota/clear", { cgi_path: "/cgi-bin/user/get" });
  expect(await call("user/get")).toMatchObject({ total: 1 });
  expect(await api("POST", "clear_quota/v2", { appid: ACCOUNT.appId, appsecret: "other" })).toMatchObject({ errcode: 40125 });
  await api("POST", "clear_quota/v2", { appid: ACCOUNT.appId, appsecret: ACCOUNT.appSecret });
  await call("user/get");
  await control("POST", "clock", { offsetMs: 24 * 3600_000 });
  expect(await call("user/get")).toMatchObject({ total: 1 });
  await control("POST", "settings", { kind: "test" });
  expect(await call("openapi/quota/get", { cgi_path: "/cgi-bin/menu/create" })).toMatchObject({
    quota: { daily_limit: 100 },
  });
});

test("a refused call is told again by its request id, and the network is looked at", async () => {
  const { call } = await play();
  const { errmsg } = await call("menu/get");
  const rid = / rid: (.+)$/.exec(errmsg)?.[1];
  expect(await call("openapi/rid/get", { rid })).toMatchObject({ request: { request_url: "/cgi-bin/menu/get" } });
  expect(await call("openapi/rid/get", { rid: "1-2-3" })).toMatchObject({ errcode: 76001 });
  expect(await call("callback/check", { action: "all", check_operator: "DEFAULT" })).toMatchObject({ dns: [{}], ping: [{}] });
  expect(await call("callback/check", { action: "look", check_operator: "DEFAULT" })).toMatchObject({ errcode: 40202 });
  const tickets = [await call("ticket/getticket?type=jsapi"), await call("ticket/getticket?type=jsapi")];
  expect(tickets[1].ticket).toBe(tickets[0].ticket);
});
