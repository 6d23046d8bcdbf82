import { expect, test } from "vitest";
import { failMedia } from "@/lib/messages/fail-media";
import { claimed, sendsPicture } from "@/lib/messages/testing";
import "@/prisma/testing";
import { db } from "@/lib/db";
import { town } from "@/prisma/town";
import { toldAlarms } from "./outward";
import { saveChannel } from "./save-channel";
import { alarms, at, channelOf, eight } from "./testing";
import { watchMedia } from "./watch-media";
import { wordsOf } from "./wording";

const DAY = 24 * 60;

test("a file that nobody fetched in two days is an alarm, once an account, until it is fetched or given up", async () => {
  const { accountId, he, hears } = await town();
  await saveChannel(channelOf(accountId), he, eight);
  await sendsPicture({ hears }, eight);
  await watchMedia(at(2 * DAY - 1));
  expect(await alarms()).toEqual([]);
  await Promise.all([watchMedia(at(2 * DAY)), watchMedia(at(2 * DAY))]);
  await watchMedia(at(2 * DAY + 60));
  const [alarm, ...others] = await alarms();
  expect([alarm, others]).toMatchObject([{ kind: "unfetchedMedia", since: eight, endedAt: null }, []]);
  expect(await db.alarmDelivery.count()).toBe(1);
  const outward = await db.$transaction((tx) => toldAlarms(tx, [alarm?.id ?? ""]));
  const { text } = wordsOf({ accountName: "曹妃甸发布", isTrial: false, alarms: outward }, "https://desk.example", at(2 * DAY));
  expect(text).toBe(
    "即答·曹妃甸发布：有图片、语音或视频48小时还没有从微信取回，微信满3天就删除，请检查网络和存储，请处理 https://desk.example/inbox",
  );

  await failMedia(await claimed(at(3 * DAY)), "expired", at(3 * DAY));
  await watchMedia(at(3 * DAY));
  expect(await alarms()).toMatchObject([{ endedAt: at(3 * DAY) }]);
});
