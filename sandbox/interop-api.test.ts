import { createRequire } from "node:module";
import { expect, test } from "vitest";
import { ACCOUNT, MEIHUA, playPlatform, serveWebhook } from "./test-webhook";

type CoWechatApi = new (
  appId: string,
  secret: string,
) => {
  prefix: string;
  sendText: (openid: string, text: string) => Promise<unknown>;
  getAccessToken: () => Promise<{ accessToken: string }>;
  getIp: () => Promise<unknown>;
};

const Api: CoWechatApi = createRequire(import.meta.url)("co-wechat-api");

async function playWithClient(secret: string = ACCOUNT.appSecret) {
  const webhook = await serveWebhook(() => "success");
  const platform = await playPlatform(webhook.url);
  const client = new Api(ACCOUNT.appId, secret);
  client.prefix = `${platform.url}/cgi-bin/`;
  return { platform, client };
}

test("co-wechat-api sends within the window and is refused outside", async () => {
  const { platform, client } = await playWithClient();
  await expect(client.sendText(MEIHUA, "您好")).rejects.toMatchObject({ code: 45015 });
  await platform.write({ text: "在吗" });
  for (let count = 1; count <= 5; count += 1) await client.sendText(MEIHUA, `第${count}条`);
  await expect(client.sendText(MEIHUA, "第6条")).rejects.toMatchObject({ code: 45047 });
  await expect(client.sendText("oNobody", "您好")).rejects.toMatchObject({ code: 40003 });

  const chat: { via: string; text: string }[] = await platform.chat();
  const shown = chat.filter(({ via }) => via === "customer").map(({ text }) => text);
  expect(shown).toEqual(["第1条", "第2条", "第3条", "第4条", "第5条"]);
});

test("the clock closes windows and ends tokens; co-wechat-api fetches another", async () => {
  const { platform, client } = await playWithClient();
  await platform.write({ text: "在吗" });
  await client.sendText(MEIHUA, "在");
  await platform.control("POST", "clock", { offsetMs: 47 * 3600_000 });
  await client.sendText(MEIHUA, "还在");
  await platform.control("POST", "clock", { offsetMs: 48 * 3600_000 });
  await expect(client.sendText(MEIHUA, "太晚了")).rejects.toMatchObject({ code: 45015 });

  const { entries } = await platform.control("GET", "journal");
  const expired = entries.filter((entry: { answer?: { errcode?: number } }) => entry.answer?.errcode === 42001);
  expect(expired).toHaveLength(1);
});

test("co-wechat-api with a wrong secret gets no token", async () => {
  const { client } = await playWithClient("another-secret");
  await expect(client.getAccessToken()).rejects.toMatchObject({ code: 40125 });
});

test("co-wechat-api reads the callback addresses", async () => {
  const { client } = await playWithClient();
  expect(await client.getIp()).toMatchObject({ ip_list: ["127.0.0.1"] });
});
