import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { archiveAnswer } from "@/lib/standing-answers/archive-answer";
import { publishVersion } from "@/lib/standing-answers/publish-version";
import { saveDraft } from "@/lib/standing-answers/save-draft";
import { saveFeed } from "@/lib/standing-answers/save-feed";
import { storeFeed } from "@/lib/standing-answers/store-feed";
import { claimedFeed, draft, feedOf, plant } from "@/lib/standing-answers/testing";
import { after, DAY, HOUR, reviveInstants } from "@/lib/time/rules";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { toldAlarms } from "./outward";
import { alarmsById, openAlarms } from "./queries";
import { calls } from "./rules";
import { saveChannel } from "./save-channel";
import { alarms, at, channelOf, eight } from "./testing";
import { watchAnswers } from "./watch-answers";
import { wordsOf } from "./wording";

test("each source that is out of date is an alarm of its own, once, told to its owner and the shift, until it is fresh again", async () => {
  const { accountId, lin, zhao, he } = await town();
  await saveChannel(channelOf(accountId), he, eight);
  const weather = await plant(accountId, lin, { asOf: eight, source: "区气象局" }, eight);
  const news = await plant(accountId, he, { name: "新闻", asOf: at(30) }, at(30));
  await saveFeed(feedOf(weather, { from: { kind: "answered", items: 1 } }), lin, eight);
  await saveFeed(feedOf(news, { from: { kind: "hand" } }), he, eight);
  await watchAnswers(at(59.9));
  expect(await alarms()).toEqual([]);
  await Promise.all([watchAnswers(at(60)), watchAnswers(at(60))]);
  await watchAnswers(at(91));
  expect((await alarms()).map(({ kind, since, standingAnswerId }) => [kind, since, standingAnswerId])).toEqual([
    ["staleSource", at(60), weather],
    ["staleSource", at(90), news],
  ]);
  expect(await db.alarmDelivery.count()).toBe(2);

  const [told] = (await openAlarms(zhao)).filter(({ standingAnswerId }) => standingAnswerId === weather);
  if (!told) return expect.fail("nobody is told");
  // As it reaches a screen.
  expect(JSON.parse(JSON.stringify(told), reviveInstants)).toEqual(told);
  expect(told).toMatchObject({ title: "天气", ownerId: lin.id, count: 0, since: at(60) });
  // Whoever is on duty and whoever answers for it; not a colleague who is neither.
  const called = [lin, zhao, he].map((officer) => calls({ ...told, onDutyIds: ["somebody"], audiences: ["shift"] }, officer));
  expect(called).toEqual([true, false, false]);
  const outward = await db.$transaction((tx) => toldAlarms(tx, [told.id]));
  const { text } = wordsOf({ accountName: "曹妃甸发布", isTrial: false, alarms: outward }, "https://desk.example", at(65));
  expect(text).toBe(
    "即答·曹妃甸发布：常备答复“天气”的数据已过时5分钟，请检查来源（本提醒晚到5分钟），请处理 https://desk.example/standing-answers",
  );

  await storeFeed(await claimedFeed(at(92)), { text: "晴", asOf: at(92), mark: null }, at(92));
  await watchAnswers(at(93));
  expect((await alarmsById(lin.scope, [told.id])).map(({ endedAt }) => endedAt)).toEqual([at(93)]);
  expect((await openAlarms(lin)).map(({ title }) => title)).toEqual(["新闻"]);
});

test("one that is about to end, is over, or was to be looked at is an alarm once, until it is published anew or archived", async () => {
  const { accountId, lin } = await town();
  const times = { validUntil: after(eight, 10 * DAY), reviewAt: after(eight, 3 * DAY) };
  const news = await plant(accountId, lin, { name: "新闻", ...times }, eight);
  const weather = await plant(accountId, lin, { validUntil: after(eight, 8 * HOUR) }, eight);
  const told = async (when: Date) => {
    await watchAnswers(when);
    await watchAnswers(when);
    return (await db.alarm.findMany({ where: { endedAt: null }, orderBy: { id: "asc" } })).map(({ kind, standingAnswerId, since }) => [
      ...[kind, standingAnswerId === news ? "新闻" : "天气", since],
    ]);
  };
  expect(await told(after(eight, 5 * HOUR))).toEqual([]);
  expect(await told(after(eight, 6 * HOUR))).toEqual([["standingEnds", "天气", after(eight, 8 * HOUR)]]);
  expect(await told(after(eight, 8 * HOUR))).toEqual([["standingOver", "天气", after(eight, 8 * HOUR)]]);
  await archiveAnswer({ standingAnswerId: weather }, lin);
  expect(await told(after(eight, 3 * DAY))).toEqual([["standingReview", "新闻", times.reviewAt]]);
  expect(await told(after(eight, 9 * DAY))).toEqual([
    ["standingReview", "新闻", times.reviewAt],
    ["standingEnds", "新闻", times.validUntil],
  ]);
  expect(await db.alarm.count()).toBe(4);
  const again = after(eight, 9 * DAY);
  const { version } = await saveDraft(draft({ standingAnswerId: news, version: 1 }, { ...times, validUntil: null }), lin, again);
  await publishVersion({ standingAnswerId: news, version, despiteWarnings: false }, lin, again);
  // Whoever publishes it has looked at it.
  expect(await told(again)).toEqual([]);
});
