import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { stranger } from "@/lib/questions/testing";
import { now } from "@/lib/time/clock";
import { after, HOUR } from "@/lib/time/rules";
import "@/prisma/testing";
import { renewSecret } from "./renew-secret";
import { claims, subscribed } from "./testing";
import { trySubscriber } from "./try-subscriber";

test("the former secret signs beside the new one for a day", async () => {
  const { admin, subscriberId, secret } = await subscribed();
  await expect(renewSecret({ subscriberId }, stranger(admin))).rejects.toThrow("subscriberNotFound");
  const at = now();
  const renewed = await renewSecret({ subscriberId }, admin, at);
  expect(renewed.secret).not.toBe(secret);
  await trySubscriber({ subscriberId }, admin, at);
  expect((await claims(after(at, 23 * HOUR))).secrets).toEqual([renewed.secret, secret]);
  expect((await claims(after(at, 25 * HOUR))).secrets).toEqual([renewed.secret]);
  expect(await db.event.count({ where: { type: "subscriber.secretRenewed" } })).toBe(1);
});
