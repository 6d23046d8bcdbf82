import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { after, SECOND } from "@/lib/time/rules";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { leaseAccessToken } from "./lease-access-token";
import { storeAccessToken } from "./store-access-token";

const eight = new Date("2026-11-23T00:00:00Z");
const leases = () => db.event.count({ where: { type: "accessToken.leased" } });

test("twenty at once: one lease, also for an account that never had a token", async () => {
  const { accountId } = await town();
  const taken = await Promise.all(Array.from({ length: 20 }, () => leaseAccessToken(accountId, null, eight)));
  expect(taken.filter(Boolean)).toHaveLength(1);
  expect(await leases()).toBe(1);
});

test("a lease that was never given back ends after fifteen seconds", async () => {
  const { accountId } = await town();
  await leaseAccessToken(accountId, null, eight);
  expect(await leaseAccessToken(accountId, null, after(eight, 15 * SECOND))).toBe(false);
  const taken = await Promise.all(Array.from({ length: 20 }, () => leaseAccessToken(accountId, null, after(eight, 15 * SECOND + 1))));
  expect(taken.filter(Boolean)).toHaveLength(1);
  expect(await leases()).toBe(2);
});

test("no lease for whoever saw a token that has been replaced since", async () => {
  const { accountId } = await town();
  await leaseAccessToken(accountId, null, eight);
  await storeAccessToken(accountId, { accessToken: "next", expiresInSeconds: 7_200, forced: false }, eight);
  expect(await leaseAccessToken(accountId, null, after(eight, SECOND))).toBe(false);
  expect(await leaseAccessToken(accountId, eight, after(eight, SECOND))).toBe(true);
});
