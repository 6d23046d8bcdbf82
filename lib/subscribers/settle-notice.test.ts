import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { now } from "@/lib/time/clock";
import { after, DAY, HOUR, SECOND } from "@/lib/time/rules";
import "@/prisma/testing";
import { followForSubscribers } from "./follow";
import { settleNotice } from "./settle-notice";
import { claimedNotice, claims, notices, subscriber } from "./testing";

const away = { kind: "notTaken", code: "httpStatus", detail: "503", retry: true } as const;

test("tried again after growing pauses for a day, then given up", async () => {
  const { claim } = await claimedNotice();
  const begun = claim.firstTriedAt;
  const tries: number[] = [];
  for (let [next, at] = [claim, begun]; ; ) {
    await settleNotice(next, away, at);
    const [notice] = await notices();
    if (notice?.status !== "queued") break;
    tries.push((notice.sendAfter.getTime() - at.getTime()) / SECOND);
    at = notice.sendAfter;
    await db.subscriber.updateMany({ data: { nextAt: at } });
    next = await claims(at);
  }
  expect(tries).toEqual([5, 30, 120, 600, 1_800, 3_600, 7_200, 14_400, 14_400, 14_400, 14_400, 14_400]);
  const [given] = await notices();
  expect(given).toMatchObject({ status: "failed", attempts: 13, errorCode: "httpStatus", errorDetail: "503" });
  expect((given?.endedAt?.getTime() ?? 0) - begun.getTime()).toBeLessThanOrEqual(DAY);
  expect((given?.endedAt?.getTime() ?? 0) - begun.getTime()).toBeGreaterThan(19 * HOUR);
  expect(await subscriber()).toMatchObject({ gaveUpAt: given?.endedAt, lastError: "httpStatus", failures: 13 });
});

test("what is refused for good is given up at once; what is taken clears all that was said of failures", async () => {
  const { claim, hears } = await claimedNotice();
  await settleNotice(claim, { kind: "notTaken", code: "privateAddress", detail: null, retry: false });
  expect(await notices()).toMatchObject([{ status: "failed", errorCode: "privateAddress" }]);
  expect((await subscriber()).gaveUpAt).not.toBeNull();
  await hears("openid-li", "公园几点关门");
  await followForSubscribers();
  const later = after(now(), HOUR);
  await settleNotice(await claims(later), { kind: "taken" }, later);
  expect(await subscriber()).toMatchObject({ gaveUpAt: null, lastError: null, failures: 0, lastOkAt: later });
  expect(await db.event.count({ where: { type: "notice.settled" } })).toBe(2);
});
