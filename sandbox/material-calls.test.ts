import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { coWechatApi, MEIHUA, playPlatform, serveWebhook } from "./test-webhook";

const file = (name: string) => path.join(import.meta.dirname, "samples", name);

type Added = { media_id: string; url?: string };
/** The part of co-wechat-api that is about permanent files: somebody else's client judges ours. */
type Client = {
  uploadMaterial: (file: string, type: string) => Promise<Added>;
  uploadVideoMaterial: (file: string, about: object) => Promise<Added>;
  uploadImage: (file: string) => Promise<{ url: string }>;
  getMaterial: (id: string) => Promise<unknown>;
  removeMaterial: (id: string) => Promise<unknown>;
  getMaterialCount: () => Promise<unknown>;
  getMaterials: (type: string, offset: number, count: number) => Promise<unknown>;
  sendMpNews: (openid: string, id: string) => Promise<unknown>;
};

async function play() {
  const webhook = await serveWebhook(() => "success");
  const platform = await playPlatform(webhook.url);
  return { webhook, platform, client: coWechatApi<Client>(platform.url) };
}

test("permanent files outlast three days, are told of in pages, and go when they are deleted", async () => {
  const { platform, client } = await play();
  const photo = await client.uploadMaterial(file("photo.jpg"), "image");
  await client.uploadMaterial(file("voice.amr"), "voice");
  const video = await client.uploadVideoMaterial(file("video.mp4"), { title: "抢修", introduction: "三号路" });
  await expect(client.uploadMaterial(file("voice.amr"), "image")).rejects.toMatchObject({ code: 40005 });
  await platform.control("POST", "clock", { offsetMs: 30 * 24 * 3600_000 });

  expect(await client.getMaterial(photo.media_id)).toEqual(readFileSync(file("photo.jpg")));
  expect(await client.getMaterialCount()).toMatchObject({ voice_count: 1, video_count: 1, image_count: 1, news_count: 0 });
  expect(await client.getMaterials("image", 0, 20)).toMatchObject({
    total_count: 1,
    item: [{ media_id: photo.media_id, name: "photo.jpg" }],
  });
  await expect(client.getMaterials("image", 0, 21)).rejects.toMatchObject({ code: 40035 });
  const told = await platform.call("material/get_material", { media_id: video.media_id });
  expect(told).toMatchObject({ title: "抢修", description: "三号路" });
  expect((await fetch(told.down_url)).headers.get("content-type")).toBe("video/mp4");

  await platform.write({ text: "在吗" });
  const picture = { touser: MEIHUA, msgtype: "image", image: { media_id: photo.media_id } };
  expect(await platform.call("message/custom/send", picture)).toMatchObject({ errcode: 0 });
  const { url } = await client.uploadImage(file("photo.jpg"));
  expect((await fetch(url)).headers.get("content-type")).toBe("image/jpeg");
  await client.removeMaterial(photo.media_id);
  await expect(client.removeMaterial(photo.media_id)).rejects.toMatchObject({ code: 40007 });
});

async function draft() {
  const played = await play();
  const { media_id: thumb_media_id } = await played.client.uploadMaterial(file("photo.jpg"), "image");
  const article = { title: "停水通知", content: "<p>今晚停水</p><script>x</script>", thumb_media_id };
  const { media_id } = await played.platform.call("draft/add", { articles: [article] });
  return { ...played, article, media_id };
}

test("a draft is kept without scripts, changed, listed, sent as mpnews and deleted", async () => {
  const { platform, client, article, media_id } = await draft();
  const { call } = platform;
  const kept = { title: "停水通知", digest: "今晚停水", content: "<p>今晚停水</p>" };
  expect(await call("draft/get", { media_id })).toMatchObject({ news_item: [kept] });
  await call("draft/update", { media_id, index: 0, articles: { ...article, title: "来水通知" } });
  const bare = await call("draft/batchget", { offset: 0, count: 20, no_content: 1 });
  expect(bare).toMatchObject({ total_count: 1, item: [{ content: { news_item: [{ title: "来水通知" }] } }] });
  expect(JSON.stringify(bare)).not.toContain("<p>");
  expect(await call("draft/add", { articles: [{ ...article, thumb_media_id: "m" }] })).toMatchObject({ errcode: 40007 });
  expect(await call("draft/add", { articles: [{ ...article, content: "字".repeat(20_000) }] })).toMatchObject({ errcode: 45002 });
  await platform.write({ text: "在吗" });
  await client.sendMpNews(MEIHUA, media_id);
  await call("draft/delete", { media_id });
  expect(await call("draft/count")).toMatchObject({ total_count: 0 });
  expect(await call("draft/get", { media_id })).toMatchObject({ errcode: 40007 });
});

test("publishing is a job whose end is told, its article is had until it is taken back", async () => {
  const { platform, webhook, media_id } = await draft();
  const { call } = platform;
  await platform.control("POST", "settings", { jobsHeld: true });
  const { publish_id } = await call("freepublish/submit", { media_id });
  expect(await call("freepublish/get", { publish_id })).toMatchObject({ publish_status: 1 });
  await platform.control("POST", "settings", { jobsHeld: false });
  await expect.poll(() => webhook.received.at(-1)?.body).toContain("<![CDATA[PUBLISHJOBFINISH]]>");
  expect(webhook.received.at(-1)?.body).toContain("<publish_status>0</publish_status>");
  const { article_id } = await call("freepublish/get", { publish_id });
  expect(await call("draft/count")).toMatchObject({ total_count: 0 });
  expect(await call("freepublish/getarticle", { article_id })).toMatchObject({ news_item: [{ title: "停水通知", is_deleted: false }] });
  expect(await call("freepublish/batchget", { offset: 0, count: 20 })).toMatchObject({ total_count: 1, item: [{ article_id }] });
  await platform.write({ text: "在吗" });
  const shared = (id: string) =>
    call("message/custom/send", { touser: MEIHUA, msgtype: "mpnewsarticle", mpnewsarticle: { article_id: id } });
  expect([await shared(article_id), await shared("none")]).toMatchObject([{ errcode: 0 }, { errcode: 53600 }]);
  await call("freepublish/delete", { article_id });
  expect(await call("freepublish/getarticle", { article_id })).toMatchObject({ errcode: 53600 });
  expect(await call("freepublish/get", { publish_id })).toMatchObject({ publish_status: 5 });
  expect(await call("freepublish/get", { publish_id: "1" })).toMatchObject({ errcode: 53502 });
});

test("a publication that the platform refuses leaves the draft, and says which article", async () => {
  const { platform, webhook, media_id } = await draft();
  await platform.control("POST", "settings", { publishStatus: 4 });
  const { publish_id } = await platform.call("freepublish/submit", { media_id });
  await expect.poll(() => webhook.received.at(-1)?.body).toContain("<publish_status>4</publish_status><fail_idx>1</fail_idx>");
  expect(await platform.call("freepublish/get", { publish_id })).toMatchObject({ publish_status: 4, fail_idx: [1] });
  expect(await platform.call("draft/count")).toMatchObject({ total_count: 1 });
});
