import { v7 as uuid } from "uuid";
import { expect, test } from "vitest";
import { scopeOf } from "@/lib/officers/scope";
import { at, eight, stranger } from "@/lib/questions/testing";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { keepPresence } from "./keep-presence";
import { presentTabs } from "./queries";
import { byThread } from "./rules";
import { tellPresence } from "./tell-presence";

const seenBy = async (accountIds: string[], seconds: number) =>
  byThread(await presentTabs(scopeOf(accountIds), at(seconds))).map(({ threadId, viewing, typing }) => ({
    threadId,
    viewing: viewing.map(({ name }) => name),
    typing: typing.map(({ name }) => name),
  }));

test("a tab shows one thread at a time, says when its officer writes, and leaves", async () => {
  const { accountId, lin, hears } = await town();
  const [{ threadId }, { threadId: other }] = [await hears("o-xing", "出口堵了", eight), await hears("o-du", "停水了", eight)];
  const tabId = uuid();
  await tellPresence({ tabId, threadId, typing: false }, lin, at(1));
  expect(await seenBy([accountId], 2)).toEqual([{ threadId, viewing: ["林"], typing: [] }]);
  await tellPresence({ tabId, threadId, typing: true }, lin, at(3));
  expect(await seenBy([accountId], 4)).toEqual([{ threadId, viewing: ["林"], typing: ["林"] }]);
  await tellPresence({ tabId, threadId: other, typing: false }, lin, at(5));
  expect(await seenBy([accountId], 6)).toEqual([{ threadId: other, viewing: ["林"], typing: [] }]);
  await tellPresence({ tabId, threadId: null, typing: false }, lin, at(7));
  expect(await seenBy([accountId], 8)).toEqual([]);
});

test("who has not been said to write for thirty seconds does not write, though the officer's stream goes on", async () => {
  const { accountId, lin, hears } = await town();
  const { threadId } = await hears("o-xing", "出口堵了", eight);
  const tabId = uuid();
  for (const seconds of [0, 20]) {
    await tellPresence({ tabId, threadId, typing: true }, lin, at(seconds));
    await keepPresence([lin.id], at(seconds + 15));
    expect(await seenBy([accountId], seconds + 29)).toEqual([{ threadId, viewing: ["林"], typing: ["林"] }]);
  }
  expect(await seenBy([accountId], 51)).toEqual([{ threadId, viewing: ["林"], typing: [] }]);
});

test("it lapses after 25 seconds unless the officer's stream keeps it, and a lapsed one is not raised again", async () => {
  const { accountId, lin, zhao, hears } = await town();
  const { threadId } = await hears("o-xing", "出口堵了", eight);
  for (const officer of [lin, zhao]) await tellPresence({ tabId: uuid(), threadId, typing: false }, officer, at(0));
  await keepPresence([lin.id], at(20));
  expect(await seenBy([accountId], 30)).toEqual([{ threadId, viewing: ["林"], typing: [] }]);
  await keepPresence([lin.id, zhao.id], at(40));
  expect(await seenBy([accountId], 41)).toEqual([{ threadId, viewing: ["林"], typing: [] }]);
});

test("nobody shows up in another account's thread, nor takes over another officer's tab, nor is seen from there", async () => {
  const { accountId, lin, zhao, hears } = await town();
  const { threadId } = await hears("o-xing", "出口堵了", eight);
  const tabId = uuid();
  await tellPresence({ tabId, threadId, typing: false }, stranger(zhao), at(0));
  expect(await seenBy([accountId], 1)).toEqual([]);
  await tellPresence({ tabId, threadId, typing: false }, lin, at(1));
  await tellPresence({ tabId, threadId: null, typing: false }, zhao, at(2));
  await tellPresence({ tabId, threadId, typing: true }, zhao, at(2));
  expect(await seenBy([accountId], 3)).toEqual([{ threadId, viewing: ["林"], typing: [] }]);
  expect(await seenBy([uuid()], 3)).toEqual([]);
});

test("an officer's tabs are kept track of up to thirty, the one that spoke last among them", async () => {
  const { accountId, lin, zhao, hears } = await town();
  const { threadId } = await hears("o-xing", "出口堵了", eight);
  await tellPresence({ tabId: uuid(), threadId, typing: false }, zhao, at(0));
  for (let second = 1; second <= 40; second++) await tellPresence({ tabId: uuid(), threadId, typing: second === 40 }, lin, at(second / 2));
  expect((await presentTabs(scopeOf([accountId]), at(21))).filter(({ officerId }) => officerId === lin.id)).toHaveLength(30);
  expect(await seenBy([accountId], 21)).toEqual([{ threadId, viewing: ["林", "赵"], typing: ["林"] }]);
});
