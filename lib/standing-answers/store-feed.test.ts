import { expect, test } from "vitest";
import { at, stranger, told } from "@/lib/questions/testing";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { inForce } from "./queries";
import { saveFeed } from "./save-feed";
import { readSource } from "./sources";
import { storeFeed } from "./store-feed";
import { claimedFeed, feedOf, plant } from "./testing";

test("a copy is what residents get from now on; one of a worker that fell silent is not kept", async () => {
  const { accountId, lin } = await town();
  const id = await plant(accountId, lin, {}, at(0));
  await saveFeed(feedOf(id), lin, at(1));
  const silent = await claimedFeed(at(2));
  const claim = await claimedFeed(at(63));
  expect(await storeFeed(silent, { text: "旧", asOf: at(2), mark: null }, at(64))).toBe(false);
  expect(await storeFeed(claim, { text: "新", asOf: at(63), mark: null }, at(65))).toBe(true);
  expect(await readSource(lin.scope, id)).toMatchObject({ copy: { text: "新", asOf: at(63), fetchedAt: at(65) }, isUnderway: false });
  expect(await inForce(accountId, at(66))).toMatchObject([
    { id, body: { kind: "text", text: "新" }, asOf: at(63), freshUntil: at(63 + 3_600) },
  ]);
  expect((await told("standingAnswer.feedStored")).map(({ facts }) => facts)).toEqual([
    { standingAnswerId: id, asOf: at(63).toISOString(), isNew: true },
  ]);
  expect(await readSource(stranger(lin).scope, id)).toBeNull();
});

test("what is out of date when it comes is looked at again a minute later, what is fresh after a quarter of its time", async () => {
  const { accountId, lin } = await town();
  const id = await plant(accountId, lin, {}, at(0));
  await saveFeed(feedOf(id), lin, at(1));
  await storeFeed(await claimedFeed(at(2)), { text: "晴", asOf: at(2 - 3_600), mark: null }, at(2));
  expect(await readSource(lin.scope, id)).toMatchObject({ failure: null, nextAt: at(62) });
  await storeFeed(await claimedFeed(at(62)), { text: "晴", asOf: at(62), mark: null }, at(62));
  expect(await readSource(lin.scope, id)).toMatchObject({ nextAt: at(62 + 900) });
});
