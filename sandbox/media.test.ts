import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { coWechatApi, MEIHUA, playPlatform, serveWebhook } from "./test-webhook";

const sample = (name: string) => readFileSync(path.join(import.meta.dirname, "samples", name));
const PHOTO = sample("photo.jpg");
const DAY = 24 * 3600_000;

async function play() {
  const webhook = await serveWebhook(() => "success");
  const platform = await playPlatform(webhook.url);
  const accessToken = await platform.stableToken();
  const address = (path: string) => `${platform.url}/cgi-bin/media/${path}access_token=${accessToken}`;
  const upload = async (type: string, bytes: Buffer, field = "media") => {
    const form = new FormData();
    form.set(field, new Blob([new Uint8Array(bytes)]), "file");
    return (await fetch(address(`upload?type=${type}&`), { method: "POST", body: form })).json();
  };
  const get = (id: string) => fetch(address(`get?media_id=${id}&`));
  const said = (name: string) => new RegExp(`<${name}><!\\[CDATA\\[(.+?)\\]\\]>`).exec(webhook.received.at(-1)?.body ?? "")?.[1] ?? "";
  return { ...platform, accessToken, upload, get, said };
}

test.each([
  ["another type", "poem", PHOTO, "media", 40004],
  ["no file", "image", PHOTO, "picture", 41005],
  ["an empty file", "image", Buffer.alloc(0), "media", 44001],
  ["a page for a picture", "image", Buffer.from("<html>"), "media", 40005],
  [
    "a voice of more than a minute",
    "voice",
    Buffer.concat([sample("voice.amr").subarray(0, 6), Buffer.alloc(13 * 3001, 0x04)]),
    "media",
    45007,
  ],
  ["a picture above 10 MB", "image", Buffer.concat([PHOTO, Buffer.alloc(10 * 1024 * 1024)]), "media", 40009],
  ["a voice above 2 MB", "voice", Buffer.concat([sample("voice.amr"), Buffer.alloc(2 * 1024 * 1024)]), "media", 40010],
  ["a thumb above 64 KB", "thumb", Buffer.concat([PHOTO, Buffer.alloc(64 * 1024)]), "media", 40012],
])("an upload of %s", async (_name, type, bytes, field, errcode) => {
  const { upload } = await play();
  expect(await upload(type, bytes, field)).toMatchObject({ errcode });
});

test("a file is had for three days, a video by its address, and what a resident sends as well", async () => {
  const { upload, get, write, said, control, api, stableToken } = await play();
  const { media_id: id } = await upload("image", PHOTO);
  const got = await get(id);
  expect([got.headers.get("content-type"), Buffer.from(await got.arrayBuffer()).equals(PHOTO)]).toEqual(["image/jpeg", true]);
  expect(got.headers.get("content-disposition")).toBe(`attachment; filename="${id}.jpg"`);

  await write({ kind: "video" });
  const { video_url: address } = await (await get(said("MediaId"))).json();
  expect(Buffer.from(await (await fetch(address)).arrayBuffer()).equals(sample("video.mp4"))).toBe(true);
  expect((await get(said("ThumbMediaId"))).headers.get("content-type")).toBe("image/jpeg");
  await write({ kind: "image", data: Buffer.from("<html>").toString("base64"), contentType: "image/png" });
  const lying = await get(said("MediaId"));
  expect([lying.headers.get("content-type"), await lying.text()]).toEqual(["image/png", "<html>"]);

  expect(await (await get("nothing")).json()).toMatchObject({ errcode: 40007 });
  expect(await (await get("")).json()).toMatchObject({ errcode: 41006 });
  await control("POST", "clock", { offsetMs: 3 * DAY });
  expect(await api("GET", `media/get?access_token=${await stableToken()}&media_id=${id}`)).toMatchObject({ errcode: 40007 });
});

test("a picture may be sent while WeChat has it, and stands on the phone", async () => {
  const { upload, api, accessToken, write, chat, url, control, stableToken } = await play();
  await write({ text: "在吗" });
  const { media_id } = await upload("image", PHOTO);
  const send = (token: string) =>
    api("POST", `message/custom/send?access_token=${token}`, { touser: MEIHUA, msgtype: "image", image: { media_id } });
  expect(await send(accessToken)).toMatchObject({ errcode: 0 });
  const [, shown] = await chat();
  expect(shown).toMatchObject({ kind: "image", mediaId: media_id });
  expect((await fetch(`${url}/media/${shown.mediaId}`)).headers.get("content-type")).toBe("image/jpeg");

  await control("POST", "clock", { offsetMs: 3 * DAY });
  await write({ text: "还在吗" });
  expect(await send(await stableToken())).toMatchObject({ errcode: 40007 });
});

test("of a follower there is no name, of anybody else nothing", async () => {
  const { api, accessToken, cause } = await play();
  const info = (openid: string) => api("GET", `user/info?access_token=${accessToken}&openid=${openid}`);
  expect(await info(MEIHUA)).toMatchObject({ subscribe: 1, openid: MEIHUA, nickname: "", headimgurl: "" });
  await cause({ event: "unsubscribe" });
  expect(await info(MEIHUA)).toEqual({ subscribe: 0, openid: MEIHUA });
  expect(await info("oNobody")).toMatchObject({ errcode: 40003 });
});

type Client = {
  uploadMedia: (bytes: Buffer, type: string, name: string, mime: string) => Promise<{ media_id: string }>;
  getMedia: (id: string) => Promise<unknown>;
  sendImage: (openid: string, id: string) => Promise<unknown>;
};

test("co-wechat-api uploads, sends and fetches", async () => {
  const { url, write, chat, said } = await play();
  const client = coWechatApi<Client>(url);
  await write({ kind: "voice" });
  expect(await client.getMedia(said("MediaId"))).toEqual(sample("voice.amr"));
  const { media_id: id } = await client.uploadMedia(PHOTO, "image", "photo.jpg", "image/jpeg");
  expect(await client.getMedia(id)).toEqual(PHOTO);
  await client.sendImage(MEIHUA, id);
  expect((await chat()).at(-1)).toMatchObject({ kind: "image", mediaId: id });
  await expect(client.getMedia("nothing")).rejects.toMatchObject({ code: 40007 });
  await expect(client.uploadMedia(Buffer.from("<html>"), "image", "a.png", "image/png")).rejects.toMatchObject({ code: 40005 });
});
