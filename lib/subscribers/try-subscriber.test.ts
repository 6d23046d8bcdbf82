import { expect, test } from "vitest";
import { stranger } from "@/lib/questions/testing";
import "@/prisma/testing";
import { saveSubscriber } from "./save-subscriber";
import { settleNotice } from "./settle-notice";
import { claims, notices, subscribed, subscriber, subscriberOf } from "./testing";
import { trySubscriber } from "./try-subscriber";

test("goes at once, tells of nothing, and is not repeated; another account's, and one that is paused, is refused", async () => {
  const { accountId, admin, subscriberId } = await subscribed();
  await expect(trySubscriber({ subscriberId }, stranger(admin))).rejects.toThrow("subscriberNotFound");
  await trySubscriber({ subscriberId }, admin);
  const claim = await claims();
  expect(JSON.parse(claim.body)).toEqual({ type: "desk.trial", timestamp: expect.any(String), data: { account: "caofeidian" } });
  await settleNotice(claim, { kind: "notTaken", code: "timeout", detail: null, retry: true });
  expect(await notices()).toMatchObject([{ status: "failed", errorCode: "timeout", threadId: null }]);
  // A trial that fails is shown in the log; it is no reason for an alarm.
  expect(await subscriber()).toMatchObject({ gaveUpAt: null, lastError: "timeout" });
  await saveSubscriber(subscriberOf(accountId, { id: subscriberId, version: 1, paused: true }), admin);
  await expect(trySubscriber({ subscriberId }, admin)).rejects.toThrow("subscriberNotFound");
});
