import { expect, test } from "vitest";
import { coWechatApi, MEIHUA, playPlatform, serveWebhook } from "./test-webhook";

type Tag = { tag: { id: number } };
/** The part of co-wechat-api that is about followers: somebody else's client judges ours. */
type Client = {
  getUser: (openid: string) => Promise<unknown>;
  batchGetUsers: (openids: string[]) => Promise<{ user_info_list: unknown[] }>;
  getFollowers: (next?: string) => Promise<{ data: { openid: string[] }; count: number; next_openid: string }>;
  updateRemark: (openid: string, remark: string) => Promise<unknown>;
  createTags: (name: string) => Promise<Tag>;
  getTags: () => Promise<unknown>;
  updateTag: (id: number, name: string) => Promise<unknown>;
  deleteTag: (id: number) => Promise<unknown>;
  getUsersFromTag: (id: number, next?: string) => Promise<unknown>;
  batchTagging: (openids: string[], id: number) => Promise<unknown>;
  batchUnTagging: (openids: string[], id: number) => Promise<unknown>;
  getIdList: (openid: string) => Promise<unknown>;
};

async function play() {
  const platform = await playPlatform((await serveWebhook(() => "success")).url);
  return { platform, client: coWechatApi<Client>(platform.url) };
}

test("followers are told ten thousand a page, and a hundred at once by openid", async () => {
  const { platform, client } = await play();
  await platform.control("POST", "burst", { count: 1, perSecond: 10_000, residents: 10_000 });
  const first = await client.getFollowers();
  expect(first).toMatchObject({ total: 10_001, count: 10_000 });
  const second = await client.getFollowers(first.next_openid);
  expect(second).toMatchObject({ count: 1 });
  expect(await client.getFollowers(second.next_openid)).toMatchObject({ count: 0, next_openid: "" });

  const some = first.data.openid.slice(0, 101);
  expect((await client.batchGetUsers(some.slice(1))).user_info_list).toHaveLength(100);
  await expect(client.batchGetUsers(some)).rejects.toMatchObject({ code: 40032 });
});

test("a remark and tags are kept, and told of their follower", async () => {
  const { client } = await play();
  await client.updateRemark(MEIHUA, "三号路");
  await expect(client.updateRemark(MEIHUA, "字".repeat(30))).rejects.toMatchObject({ code: 40035 });
  const { tag } = await client.createTags("网格员");
  await expect(client.createTags("网格员")).rejects.toMatchObject({ code: 45157 });
  await expect(client.createTags("字".repeat(31))).rejects.toMatchObject({ code: 45158 });
  await expect(client.deleteTag(2)).rejects.toMatchObject({ code: 45058 });
  await expect(client.updateTag(7, "七")).rejects.toMatchObject({ code: 45159 });
  await client.updateTag(tag.id, "志愿者");
  await client.batchTagging([MEIHUA], tag.id);
  await expect(client.batchTagging(Array(51).fill(MEIHUA), tag.id)).rejects.toMatchObject({ code: 40032 });
  expect(await client.getTags()).toMatchObject({ tags: [{ name: "志愿者", count: 1 }] });
  expect(await client.getUsersFromTag(tag.id)).toMatchObject({ count: 1, data: { openid: [MEIHUA] } });
  expect(await client.getUser(MEIHUA)).toMatchObject({ remark: "三号路", tagid_list: [tag.id] });
  await client.batchUnTagging([MEIHUA], tag.id);
  expect(await client.getIdList(MEIHUA)).toMatchObject({ tagid_list: [] });
});

test("nobody can be written to who is on the blacklist", async () => {
  const { platform } = await play();
  const { call } = platform;
  await platform.write({ text: "在吗" });
  const text = { touser: MEIHUA, msgtype: "text", text: { content: "在" } };
  expect(await call("tags/members/batchblacklist", { openid_list: Array(21).fill(MEIHUA) })).toMatchObject({ errcode: 40032 });
  expect(await call("tags/members/batchblacklist", { openid_list: ["oNobody"] })).toMatchObject({ errcode: 49003 });
  await call("tags/members/batchblacklist", { openid_list: [MEIHUA] });
  expect(await call("tags/members/getblacklist", { begin_openid: "" })).toMatchObject({ total: 1, data: { openid: [MEIHUA] } });
  expect(await call("message/custom/send", text)).toMatchObject({ errcode: 43019 });
  await call("tags/members/batchunblacklist", { openid_list: [MEIHUA] });
  expect(await call("message/custom/send", text)).toMatchObject({ errcode: 0 });
});
