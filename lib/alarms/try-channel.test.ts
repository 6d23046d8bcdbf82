import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { stranger } from "@/lib/questions/testing";
import { after, SECOND } from "@/lib/time/rules";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { claimDeliveries } from "./claim-deliveries";
import { saveChannel } from "./save-channel";
import { at, channelOf, sweep } from "./testing";
import { tryChannel } from "./try-channel";

test("queued at once; another account's, and one that is switched off, is refused", async () => {
  const { accountId, he } = await town();
  const input = channelOf(accountId);
  const { id: channelId } = await saveChannel(input, he, at(0));
  await expect(tryChannel({ channelId }, stranger(he), at(1))).rejects.toThrow("channelNotFound");
  const { deliveryId } = await tryChannel({ channelId }, he, at(1));
  expect(await db.alarmDelivery.findMany()).toMatchObject([{ id: deliveryId, alarmId: null, status: "queued", sendAfter: at(1) }]);
  await saveChannel({ ...input, id: channelId, version: 1, enabled: false }, he, at(2));
  await expect(tryChannel({ channelId }, he, at(3))).rejects.toThrow("channelNotFound");
  expect(await db.event.count({ where: { type: "alarmChannel.tried" } })).toBe(1);
});

test("whoever tries a channel out again and again holds up no alarm", async () => {
  const { accountId, he, hears } = await town();
  const { id: channelId } = await saveChannel(channelOf(accountId), he, at(0));
  await hears("oOne00000000000000000001", "停水了", at(0));
  await sweep(at(7));
  for (const seconds of [1, 2, 3]) await tryChannel({ channelId }, he, after(at(7), seconds * SECOND));
  expect(await claimDeliveries(after(at(7), 4 * SECOND))).toMatchObject({ isTrial: false, alarms: [{ kind: "dueSoon" }] });
  expect(await claimDeliveries(after(at(7), 8 * SECOND))).toMatchObject({ isTrial: true, alarms: [] });
});
