import { expect, test } from "vitest";
import { at, told } from "@/lib/questions/testing";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { claimFeed } from "./claim-feed";
import { requestFeed } from "./request-feed";
import { saveFeed } from "./save-feed";
import { storeFeed } from "./store-feed";
import { claimedFeed, feedOf, plant } from "./testing";

test("whoever may change the answer has its source looked at now; what is kept by hand has none", async () => {
  const { accountId, lin, zhao } = await town();
  const on = { standingAnswerId: await plant(accountId, lin, {}, at(0)) };
  await expect(requestFeed(on, lin)).rejects.toMatchObject({ code: "feedNotFound" });
  await saveFeed(feedOf(on.standingAnswerId), lin, at(1));
  await storeFeed(await claimedFeed(at(1)), { text: "三号路", asOf: at(1), mark: null }, at(1));
  expect(await claimFeed(at(70))).toBeNull();
  await expect(requestFeed(on, zhao)).rejects.toMatchObject({ code: "notAllowed" });
  await requestFeed(on, lin, at(70));
  expect((await claimFeed(at(70)))?.standingAnswerId).toBe(on.standingAnswerId);
  expect((await told("standingAnswer.feedRequested")).map(({ facts }) => facts)).toEqual([on]);
});
