import { expect, test } from "vitest";
import { at, told } from "@/lib/questions/testing";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { archiveAnswer } from "./archive-answer";
import { claimFeed } from "./claim-feed";
import { saveFeed } from "./save-feed";
import { feedOf, plant } from "./testing";

test("of many workers one looks at a source, until it falls silent; of an answer that is archived none does", async () => {
  const { accountId, lin } = await town();
  const id = await plant(accountId, lin, {}, at(0));
  await saveFeed(feedOf(id), lin, at(1));
  const claims = await Promise.all([1, 2, 3, 4].map(() => claimFeed(at(2))));
  expect(claims.filter((claim) => claim !== null)).toMatchObject([{ standingAnswerId: id, source: { kind: "answered", items: 5 } }]);
  expect([await claimFeed(at(62)), (await claimFeed(at(63)))?.standingAnswerId]).toEqual([null, id]);
  expect(await told("standingAnswer.feedClaimed")).toHaveLength(2);
  await archiveAnswer({ standingAnswerId: id }, lin, at(64));
  expect(await claimFeed(at(999))).toBeNull();
});
