import { expect, test } from "vitest";
import { at } from "@/lib/questions/testing";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { saveFeed } from "./save-feed";
import { feedOf, plant } from "./testing";
import { answersInTrouble } from "./troubles";

test("a text that is out of date is missed by nobody before its time begins", async () => {
  const { accountId, lin } = await town();
  const standingAnswerId = await plant(accountId, lin, { validFrom: at(7_200) }, at(0));
  await saveFeed(feedOf(standingAnswerId, { from: { kind: "hand" }, freshMinutes: 60 }), lin, at(0));
  expect(await answersInTrouble(at(7_199))).toEqual([]);
  expect(await answersInTrouble(at(7_200))).toMatchObject([{ standingAnswerId, kind: "staleSource", since: at(3_600) }]);
});
