import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { stranger, told } from "@/lib/questions/testing";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { setFeedHostInput } from "./feeds";
import { saveFeed } from "./save-feed";
import { setFeedHost } from "./set-feed-host";
import { readSource } from "./sources";
import { feedOf, plant } from "./testing";

test("a host is allowed and forbidden once, by those of the account alone", async () => {
  const { accountId, lin, he } = await town();
  const id = await plant(accountId, lin, {});
  const set = (isAllowed: boolean) => setFeedHost({ accountId, host: "news.example:8443", isAllowed }, he);
  await expect(setFeedHost({ accountId, host: "a.example", isAllowed: true }, stranger(he))).rejects.toMatchObject({
    code: "accountNotFound",
  });
  await set(true);
  await set(true);
  expect((await readSource(lin.scope, id))?.hosts).toEqual(["news.example:8443"]);
  await set(false);
  expect((await readSource(lin.scope, id))?.hosts).toEqual([]);
  expect((await told("standingAnswer.feedHostSet")).map(({ facts }) => facts)).toEqual(
    [true, false].map((isAllowed) => ({ host: "news.example:8443", isAllowed })),
  );
});

test("who may be fetched from changes what headlines say: the next look takes all of a source", async () => {
  const { accountId, lin, he } = await town();
  const standingAnswerId = await plant(accountId, lin, {});
  await saveFeed(feedOf(standingAnswerId), lin);
  await db.standingFeed.update({ where: { standingAnswerId }, data: { etag: "1", lastModified: "2" } });
  await setFeedHost({ accountId, host: "news.example", isAllowed: true }, he);
  expect(await db.standingFeed.findFirst()).toMatchObject({ etag: null, lastModified: null });
});

test.each([
  ["News.Example", "news.example"],
  ["新闻.example", "xn--efvy88h.example"],
  ["[::1]:80", "[::1]:80"],
  ["https://news.example/", null],
  ["a b", null],
])("%s as a host", (host, kept) => {
  const parsed = setFeedHostInput.safeParse({ accountId: "0193a3d6-0000-7000-8000-000000000001", host, isAllowed: true });
  expect(parsed.data?.host ?? null).toBe(kept);
});
