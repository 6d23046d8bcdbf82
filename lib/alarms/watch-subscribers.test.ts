import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { saveSubscriber } from "@/lib/subscribers/save-subscriber";
import { subscriberOf } from "@/lib/subscribers/testing";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { toldAlarms } from "./outward";
import { openAlarms } from "./queries";
import { saveChannel } from "./save-channel";
import { alarms, at, channelOf, eight } from "./testing";
import { watchSubscribers } from "./watch-subscribers";
import { wordsOf } from "./wording";

test("a subscriber for which something was given up is one alarm, told outside too, until it takes something again", async () => {
  const { accountId, admin, he, zhao } = await town();
  await saveChannel(channelOf(accountId), he, eight);
  const { id } = await saveSubscriber(subscriberOf(accountId), admin, eight);
  await watchSubscribers(at(1));
  expect(await alarms()).toEqual([]);
  await db.subscriber.update({ where: { id }, data: { gaveUpAt: at(2) } });
  await Promise.all([watchSubscribers(at(3)), watchSubscribers(at(3))]);
  expect(await alarms()).toMatchObject([{ kind: "deafSubscriber", subscriberId: id, since: at(2) }]);
  expect(await db.alarmDelivery.count()).toBe(1);
  const [told] = await openAlarms(zhao);
  expect(told).toMatchObject({ title: "12345热线", count: 0 });
  const outward = await db.$transaction((tx) => toldAlarms(tx, [told?.id ?? ""]));
  expect(wordsOf({ accountName: "曹妃甸发布", isTrial: false, alarms: outward }, "https://desk.example", at(3)).text).toBe(
    "即答·曹妃甸发布：事件推送接收方“12345热线”已1分钟收不到，有推送试了一天后放弃，请检查，请处理 https://desk.example/settings/webhooks",
  );
  await db.subscriber.update({ where: { id }, data: { gaveUpAt: null } });
  await watchSubscribers(at(5));
  expect((await alarms()).map(({ endedAt }) => endedAt)).toEqual([at(5)]);
});
