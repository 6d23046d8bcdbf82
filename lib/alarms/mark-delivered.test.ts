import { expect, test } from "vitest";
import { db } from "@/lib/db";
import "@/prisma/testing";
import { markDelivered } from "./mark-delivered";
import { at, claimed } from "./testing";

test("sent, once; the channel is known to work", async () => {
  const claim = await claimed();
  expect(await markDelivered(claim, at(8))).toBe(true);
  expect(await markDelivered(claim, at(9))).toBe(false);
  expect(await db.alarmDelivery.findMany()).toMatchObject([{ status: "sent", endedAt: at(8), leaseUntil: null }]);
  expect(await db.alarmChannel.findFirstOrThrow()).toMatchObject({ lastOkAt: at(8), lastError: null });
  expect(await db.event.count({ where: { type: "alarmDelivery.sent" } })).toBe(1);
});
