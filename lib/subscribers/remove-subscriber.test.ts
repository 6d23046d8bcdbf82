import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { stranger } from "@/lib/questions/testing";
import "@/prisma/testing";
import { removeSubscriber } from "./remove-subscriber";
import { settleNotice } from "./settle-notice";
import { claimedNotice } from "./testing";

test("it goes with its log, and what a worker has in hand comes to nothing; another account's is not there", async () => {
  const { admin, subscriberId, claim } = await claimedNotice();
  await expect(removeSubscriber({ subscriberId }, stranger(admin))).rejects.toThrow("subscriberNotFound");
  await removeSubscriber({ subscriberId }, admin);
  expect([await db.subscriber.count(), await db.notice.count()]).toEqual([0, 0]);
  expect(await settleNotice(claim, { kind: "taken" })).toBe(false);
  await expect(removeSubscriber({ subscriberId }, admin)).rejects.toThrow("subscriberNotFound");
  expect(await db.event.count({ where: { type: "subscriber.removed" } })).toBe(1);
});
