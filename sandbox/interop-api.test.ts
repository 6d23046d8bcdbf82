import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { coWechatApi, MEIHUA, playPlatform, serveWebhook } from "./test-webhook";

type Client = {
  sendText: (openid: string, text: string) => Promise<unknown>;
  getAccessToken: () => Promise<{ accessToken: string }>;
  getIp: () => Promise<unknown>;
  uploadMedia: (bytes: Buffer, type: string, name: string, mime: string) => Promise<{ media_id: string }>;
  sendImage: (openid: string, id: string) => Promise<unknown>;
  sendVoice: (openid: string, id: string) => Promise<unknown>;
  sendVideo: (openid: string, id: string, thumb: string) => Promise<unknown>;
  sendMusic: (openid: string, music: object) => Promise<unknown>;
  sendNews: (openid: string, articles: object[]) => Promise<unknown>;
  sendMiniProgram: (openid: string, page: object) => Promise<unknown>;
};

async function playWithClient(secret?: string) {
  const webhook = await serveWebhook(() => "success");
  const platform = await playPlatform(webhook.url);
  return { platform, client: coWechatApi<Client>(platform.url, secret) };
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

test("co-wechat-api sends every kind of customer-service message that it knows", async () => {
  const { platform, client } = await playWithClient();
  const upload = async (type: string, name: string, mime: string) =>
    (await client.uploadMedia(readFileSync(path.join(import.meta.dirname, "samples", name)), type, name, mime)).media_id;
  const photo = await upload("image", "photo.jpg", "image/jpeg");
  const voice = await upload("voice", "voice.amr", "audio/amr");
  const video = await upload("video", "video.mp4", "video/mp4");
  const about = { title: "标题", description: "", musicurl: "http://a.cn/", hqmusicurl: "http://a.cn/", thumb_media_id: photo };
  await platform.write({ text: "在吗" });
  await client.sendImage(MEIHUA, photo);
  await client.sendVoice(MEIHUA, voice);
  await client.sendVideo(MEIHUA, video, photo);
  await client.sendMusic(MEIHUA, about);
  await client.sendNews(MEIHUA, [{ title: "通知", description: "", url: "http://a.cn/", picurl: "" }]);
  await platform.write({ text: "还有呢" });
  await client.sendMiniProgram(MEIHUA, { title: "办事", appid: "wxother", pagepath: "a", thumb_media_id: photo });
  await expect(client.sendVoice(MEIHUA, "nothing")).rejects.toMatchObject({ code: 40007 });
  await expect(client.sendNews(MEIHUA, [{}, {}])).rejects.toMatchObject({ code: 45008 });
  const chat: { via: string; kind: string }[] = await platform.chat();
  const kinds = chat.filter(({ via }) => via === "customer").map(({ kind }) => kind);
  expect(kinds).toEqual(["image", "voice", "video", "music", "news", "miniprogrampage"]);
});
