import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { at, told } from "@/lib/questions/testing";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { claimFeed } from "./claim-feed";
import { failFeed } from "./fail-feed";
import { saveFeed } from "./save-feed";
import { readSource } from "./sources";
import { storeFeed } from "./store-feed";
import { claimedFeed, feedOf, plant } from "./testing";

test("what fails keeps the last good copy and is tried again after growing pauses", async () => {
  const { accountId, lin } = await town();
  const id = await plant(accountId, lin, {}, at(0));
  await saveFeed(feedOf(id), lin, at(1));
  await storeFeed(await claimedFeed(at(1)), { text: "旧", asOf: at(1), mark: null }, at(1));
  await db.standingFeed.updateMany({ data: { nextAt: at(2) } });
  const first = await claimedFeed(at(2));
  expect([await failFeed(first, "httpStatus", at(2)), await failFeed(first, "httpStatus", at(2))]).toEqual([true, false]);
  expect(await claimFeed(at(61))).toBeNull();
  await failFeed(await claimedFeed(at(62)), "wrongDate", at(62));
  expect(await readSource(lin.scope, id)).toMatchObject({ copy: { text: "旧" }, failure: "wrongDate", triedAt: at(62), nextAt: at(182) });
  expect((await told("standingAnswer.feedFailed")).map(({ facts }) => facts)).toEqual([
    { standingAnswerId: id, failure: "httpStatus", failures: 1 },
    { standingAnswerId: id, failure: "wrongDate", failures: 2 },
  ]);
});
