import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { at, stranger, told } from "@/lib/questions/testing";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { claimFeed } from "./claim-feed";
import { saveFeedInput } from "./feeds";
import { saveFeed } from "./save-feed";
import { setFeedHost } from "./set-feed-host";
import { storeFeed } from "./store-feed";
import { claimedFeed, feedOf, plant } from "./testing";

const URL = "https://weather.example/now.json";

test("a source is saved once its host is allowed, by whoever may change the answer, on the version that was seen", async () => {
  const { accountId, lin, zhao, he, admin } = await town();
  const id = await plant(accountId, lin, {}, at(0));
  const json = feedOf(id, { from: { kind: "json", url: URL, template: "{sky}", asOfField: "at" } });
  await expect(saveFeed(json, lin, at(1))).rejects.toMatchObject({ code: "feedHostNotAllowed", facts: { host: "weather.example" } });
  await setFeedHost({ accountId, host: "weather.example", isAllowed: true }, he, at(2));
  await expect(saveFeed(json, zhao, at(3))).rejects.toMatchObject({ code: "notAllowed" });
  await expect(saveFeed(json, stranger(admin), at(3))).rejects.toMatchObject({ code: "standingAnswerNotFound" });
  const outcomes = await Promise.allSettled([saveFeed(json, lin, at(4)), saveFeed(json, he, at(4))]);
  expect(outcomes.find((outcome) => outcome.status === "rejected")).toMatchObject({ reason: { code: "feedChanged" } });
  expect((await told("standingAnswer.feedSaved")).map(({ facts }) => facts)).toEqual([
    { standingAnswerId: id, kind: "json", freshMinutes: 60, pastFreshness: "say" },
  ]);
});

test("from another source nothing of the former one is kept, nor taken from whoever is fetching it; a longer time alone keeps the copy", async () => {
  const { accountId, lin } = await town();
  const id = await plant(accountId, lin, {}, at(0));
  await saveFeed(feedOf(id), lin, at(1));
  expect(await storeFeed(await claimedFeed(at(2)), { text: "三号路", asOf: at(2), mark: null }, at(3))).toBe(true);
  await saveFeed(feedOf(id, { seen: 1, freshMinutes: 120 }), lin, at(4));
  const feed = () => db.standingFeed.findUniqueOrThrow({ where: { standingAnswerId: id } });
  expect(await feed()).toMatchObject({ body: { text: "三号路" }, nextAt: at(4) });
  const underway = await claimedFeed(at(5));
  await saveFeed(feedOf(id, { seen: 2, from: { kind: "answered", items: 3 } }), lin, at(6));
  expect(await storeFeed(underway, { text: "五号路", asOf: at(6), mark: null }, at(7))).toBe(false);
  expect(await feed()).toMatchObject({ body: null, asOf: null, nextAt: at(6) });
  await saveFeed(feedOf(id, { seen: 3, from: { kind: "hand" } }), lin, at(8));
  expect([(await feed()).nextAt, await claimFeed(at(9))]).toEqual([null, null]);
});

test.each([
  ["an address of a file", { url: "file:///etc/passwd" }, "addressWrong"],
  ["an address with a password", { url: "https://a:b@weather.example/" }, "addressWrong"],
  ["no template", { template: " " }, "textEmpty"],
])("%s is not accepted", (_, wrong, why) => {
  const from = { kind: "json" as const, url: URL, template: "{sky}", asOfField: null };
  const given = feedOf("0193a3d6-0000-7000-8000-000000000001", { from });
  expect(saveFeedInput.safeParse(given).success).toBe(true);
  expect(saveFeedInput.safeParse({ ...given, from: { ...from, ...wrong } }).error?.issues.map(({ message }) => message)).toEqual([why]);
});
