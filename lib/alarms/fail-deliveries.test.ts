import { expect, test } from "vitest";
import { db } from "@/lib/db";
import "@/prisma/testing";
import { failDeliveries } from "./fail-deliveries";
import { at, claimed } from "./testing";

test("given up and shown, once", async () => {
  const claim = await claimed();
  const error = { code: "errcode", detail: "93000" };
  expect(await failDeliveries(claim, error, at(8))).toBe(true);
  expect(await failDeliveries(claim, error, at(9))).toBe(false);
  expect(await db.alarmDelivery.findMany()).toMatchObject([
    { status: "failed", endedAt: at(8), errorCode: "errcode", errorDetail: "93000" },
  ]);
  expect(await db.event.count({ where: { type: "alarmDelivery.failed" } })).toBe(1);
});
