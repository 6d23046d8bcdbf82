import { describe, expect, test } from "vitest";
import { ACCOUNT, MEIHUA, playPlatform, serveWebhook } from "./test-webhook";

const CREDENTIALS = {
  grant_type: "client_credential",
  appid: ACCOUNT.appId,
  secret: ACCOUNT.appSecret,
};
const RID = / rid: [0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{8}$/;

async function play() {
  const webhook = await serveWebhook(() => "success");
  const platform = await playPlatform(webhook.url);
  const accessToken = await platform.stableToken();
  const send = (body: unknown) => platform.api("POST", `message/custom/send?access_token=${accessToken}`, body);
  return { ...platform, accessToken, send };
}

function textTo(openid: string, content: string) {
  return { touser: openid, msgtype: "text", text: { content } };
}

describe("every call", () => {
  test("a refusal is HTTP 200 in raw UTF-8 with a request id", async () => {
    const platform = await play();
    const response = await fetch(`${platform.url}/cgi-bin/message/custom/send`, { method: "POST" });
    expect(response.status).toBe(200);
    const answer = await response.json();
    expect(answer.errcode).toBe(41001);
    expect(answer.errmsg).toMatch(RID);
  });

  test.each([
    ["an unknown address", "GET", "no/such/thing", 40066],
    ["GET where POST is required", "GET", "message/custom/send", 43002],
    ["POST where GET is required", "POST", "getcallbackip", 43001],
    ["a made-up token", "POST", "message/custom/send?access_token=x", 40014],
  ])("%s", async (_name, method, path, errcode) => {
    const platform = await play();
    expect(await platform.api(method, path)).toMatchObject({ errcode });
  });

  test.each([
    ["no grant_type", { ...CREDENTIALS, grant_type: "" }, 40002],
    ["no appid", { ...CREDENTIALS, appid: "" }, 41002],
    ["no secret", { ...CREDENTIALS, secret: "" }, 41004],
    ["another appid", { ...CREDENTIALS, appid: "wxother" }, 40013],
    ["another secret", { ...CREDENTIALS, secret: "other" }, 40125],
  ])("a token with %s", async (_name, body, errcode) => {
    const platform = await play();
    const query = new URLSearchParams(body).toString();
    expect(await platform.api("POST", "stable_token", body)).toMatchObject({ errcode });
    expect(await platform.api("GET", `token?${query}`)).toMatchObject({ errcode });
  });

  test("quotas are counted, told, and cleared ten times a month", async () => {
    const { api, accessToken } = await play();
    await api("GET", `token?${new URLSearchParams(CREDENTIALS)}`);
    const ask = () => api("POST", `openapi/quota/get?access_token=${accessToken}`, { cgi_path: "/cgi-bin/token" });
    expect(await ask()).toMatchObject({ errcode: 0, quota: { daily_limit: 2000, used: 1 } });

    const clear = (appid: string) => api("POST", `clear_quota?access_token=${accessToken}`, { appid });
    expect(await clear("wxother")).toMatchObject({ errcode: 40013 });
    for (let count = 0; count < 10; count += 1) {
      expect(await clear(ACCOUNT.appId)).toMatchObject({ errcode: 0 });
    }
    expect(await clear(ACCOUNT.appId)).toMatchObject({ errcode: 48006 });
    expect(await ask()).toMatchObject({ quota: { used: 0 } });
  });
});

describe("custom/send", () => {
  test.each([
    ["nothing", "", 44002],
    ["no JSON", "{", 47001],
    ["an escape", `{"touser":"${MEIHUA}","msgtype":"text","text":{"content":"\\u6c34"}}`, 40033],
    ["an unknown type", { touser: MEIHUA, msgtype: "poem", poem: {} }, 40008],
    ["no text", textTo(MEIHUA, ""), 44004],
    ["a text of 2049 bytes", textTo(MEIHUA, `${"水".repeat(682)}abc`), 45002],
    ["a made-up picture", { touser: MEIHUA, msgtype: "image", image: { media_id: "m" } }, 40007],
    ["two articles", { touser: MEIHUA, msgtype: "news", news: { articles: [{}, {}] } }, 45008],
    ["no article", { touser: MEIHUA, msgtype: "news", news: { articles: [] } }, 44003],
    ["a stranger", textTo("oStranger", "您好"), 40003],
  ])("%s", async (_name, body, errcode) => {
    const platform = await play();
    await platform.write({ text: "在吗" });
    expect(await platform.send(body)).toMatchObject({ errcode });
    expect(await platform.chat()).toHaveLength(1);
  });

  test("2048 bytes, an escaped backslash and a menu are taken", async () => {
    const platform = await play();
    await platform.write({ text: "在吗" });
    const longest = `${"水".repeat(682)}ab`;
    expect(await platform.send(textTo(MEIHUA, longest))).toEqual({ errcode: 0, errmsg: "ok" });
    expect(await platform.send(textTo(MEIHUA, "C:\\u6c34"))).toMatchObject({ errcode: 0 });
    const list = [{ id: "101", content: "满意" }];
    const msgmenu = { head_content: "是否满意？", list, tail_content: "谢谢" };
    await platform.send({ touser: MEIHUA, msgtype: "msgmenu", msgmenu });
    expect((await platform.chat()).slice(1)).toMatchObject([
      { text: longest },
      { text: "C:\\u6c34" },
      { kind: "msgmenu", text: "是否满意？\n谢谢", menu: list },
    ]);
  });

  test("an unverified account may not send", async () => {
    const platform = await play();
    await platform.write({ text: "在吗" });
    await platform.control("POST", "settings", { verified: false });
    expect(await platform.send(textTo(MEIHUA, "您好"))).toMatchObject({ errcode: 48001 });
  });

  test("a click opens three, a menu tap too; who unfollowed hears nothing", async () => {
    const platform = await play();
    await platform.control("POST", `residents/${MEIHUA}/menu`, { key: "ASK" });
    for (let count = 0; count < 3; count += 1) {
      expect(await platform.send(textTo(MEIHUA, "您好"))).toMatchObject({ errcode: 0 });
    }
    expect(await platform.send(textTo(MEIHUA, "您好"))).toMatchObject({ errcode: 45047 });

    await platform.write({ text: "满意", menuId: "101" });
    expect(await platform.send(textTo(MEIHUA, "谢谢"))).toMatchObject({ errcode: 0 });
    const { residents } = await platform.control("GET", "residents");
    expect(residents[0].windows).toMatchObject({ message: null, event: { remaining: 2 } });

    await platform.cause({ event: "unsubscribe" });
    expect(await platform.send(textTo(MEIHUA, "您好"))).toMatchObject({ errcode: 45015 });
    expect(await platform.write({ text: "在吗" })).toEqual({ error: "not a follower" });
  });
});

test("typing: within thirty seconds of the resident, and once at a time", async () => {
  const { api, accessToken, write, control } = await play();
  const typing = (command: string) => api("POST", `message/custom/typing?access_token=${accessToken}`, { touser: MEIHUA, command });
  expect(await typing("Sing")).toMatchObject({ errcode: 45072 });
  expect(await typing("Typing")).toMatchObject({ errcode: 45080 });
  await write({ text: "在吗" });
  expect(await typing("Typing")).toMatchObject({ errcode: 0 });
  expect(await typing("Typing")).toMatchObject({ errcode: 45081 });
  expect(await typing("CancelTyping")).toMatchObject({ errcode: 0 });
  await control("POST", "clock", { offsetMs: 60_000 });
  expect(await typing("Typing")).toMatchObject({ errcode: 45080 });
});
