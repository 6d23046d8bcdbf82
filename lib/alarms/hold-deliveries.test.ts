import { expect, test } from "vitest";
import { db } from "@/lib/db";
import "@/prisma/testing";
import { holdDeliveries } from "./hold-deliveries";
import { at, claimed } from "./testing";

const error = { code: "timeout", detail: null };

test("back in the queue until then; what has been tried for an hour is left to be given up", async () => {
  const claim = await claimed();
  expect(await holdDeliveries(claim, error, at(9), at(8))).toBe(true);
  expect(await db.alarmDelivery.findMany()).toMatchObject([{ status: "queued", sendAfter: at(9), errorCode: "timeout" }]);
  expect(await db.alarmChannel.findFirstOrThrow()).toMatchObject({ lastFailedAt: at(8), lastError: "timeout" });
  await db.alarmDelivery.updateMany({ data: { status: "sending" } });
  expect(await holdDeliveries(claim, error, at(70), at(67.1))).toBe(false);
  expect(await db.event.count({ where: { type: "alarmDelivery.held" } })).toBe(1);
});
