import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { plant } from "@/lib/standing-answers/testing";
import { aesKeyFrom, decrypt } from "@/lib/wechat/encryption";
import { eventXml } from "@/lib/wechat/testing/samples";
import { account } from "@/lib/wechat/testing/vectors";
import { xmlFields } from "@/lib/wechat/xml-fields";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { doorOf, textXml } from "./testing";

const opened = async (answer: Response) => {
  const { Encrypt = "" } = xmlFields(await answer.text()) as Record<string, string>;
  return xmlFields(decrypt({ encrypted: Encrypt, appId: account.appId, key: aesKeyFrom(account.encodingAesKey) }));
};
const shown = async (answer: Response) => xmlFields(await answer.text());

test("standing answers go out in the same breath, in both modes, as text, card and picture, the same at every delivery; 0 brings a person", async () => {
  const slug = `door-${randomUUID().slice(0, 8)}`;
  const { accountId, he } = await town({ ...account, slug });
  const { plain, sealed } = doorOf(slug, account);
  const article = { title: "要闻", description: "", url: "https://a.cn/?a=1&b=2", pictureUrl: "" };
  const weatherId = await plant(accountId, he, { name: "天气", number: 2 });
  await plant(accountId, he, { name: "新闻", number: 1, body: { kind: "articles", articles: [article] } });
  await plant(accountId, he, { name: "地图", number: 5, body: { kind: "picture", mediaId: "media_1", pictureUrl: "" } });

  const [weather, news] = [textXml("2", { msgId: "1" }), textXml("1", { msgId: "2" })];
  for (let delivery = 0; delivery < 2; delivery++) {
    expect((await opened(await sealed(weather))).Content).toContain("【常备答复】天气\n晴");
    expect(await shown(await plain(news))).toMatchObject({ MsgType: "news", Articles: { item: [{ Title: "要闻", Url: article.url }] } });
  }
  expect(await shown(await plain(textXml("五")))).toMatchObject({ MsgType: "image", Image: { MediaId: "media_1" } });
  expect((await opened(await sealed(eventXml("CLICK", `<EventKey>jida:${weatherId}</EventKey>`)))).Content).toContain("晴");
  expect([await db.message.count(), await db.question.count()]).toEqual([4, 0]);

  expect((await shown(await plain(textXml("天气")))).Content).toContain("晴");
  expect((await shown(await plain(textXml("0")))).Content).toContain("已请值班员来答");
  const asked = await db.message.findMany({ where: { questionId: { not: null } }, orderBy: { seq: "asc" } });
  expect(asked.map(({ text, nature }) => [text, nature])).toEqual(["天气", "0"].map((text) => [text, "content"]));
  expect(await db.question.count()).toBe(1);
});
