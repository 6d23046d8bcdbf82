import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { after, SECOND } from "@/lib/time/rules";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { leaseAccessToken } from "./lease-access-token";
import { storedToken } from "./queries";
import { storeAccessToken } from "./store-access-token";

const eight = new Date("2026-11-23T00:00:00Z");
const fetched = { accessToken: "85_secret-token", expiresInSeconds: 7_200, forced: false };

test("a fresh token is sealed, shared, and ends the lease", async () => {
  const { accountId } = await town();
  await leaseAccessToken(accountId, null, eight);
  await storeAccessToken(accountId, fetched, eight);
  expect(await storedToken(accountId)).toEqual({
    accessToken: fetched.accessToken,
    fetchedAt: eight,
    expiresAt: after(eight, 7_200 * SECOND),
    forcedAt: null,
  });
  const row = await db.accessToken.findUniqueOrThrow({ where: { accountId } });
  expect(row.leasedUntil).toBeNull();
  expect(row.sealed).not.toContain("secret");
});

test("no token: the lease ends all the same, and the last token stays", async () => {
  const { accountId } = await town();
  await leaseAccessToken(accountId, null, eight);
  await storeAccessToken(accountId, null, eight);
  expect(await storedToken(accountId)).toBeNull();
  expect(await leaseAccessToken(accountId, null, eight)).toBe(true);
  await storeAccessToken(accountId, fetched, eight);
  await leaseAccessToken(accountId, eight, after(eight, SECOND));
  await storeAccessToken(accountId, null, after(eight, SECOND));
  expect((await storedToken(accountId))?.accessToken).toBe(fetched.accessToken);
});

test("when one was forced is remembered past the next that was not", async () => {
  const { accountId } = await town();
  await leaseAccessToken(accountId, null, eight);
  await storeAccessToken(accountId, { ...fetched, forced: true }, eight);
  await storeAccessToken(accountId, fetched, after(eight, 60 * SECOND));
  expect((await storedToken(accountId))?.forcedAt).toEqual(eight);
  const events = await db.event.findMany({ where: { type: "accessToken.stored" }, orderBy: { id: "asc" } });
  expect(events.map(({ facts }) => facts)).toEqual([
    { fetched: true, forced: true },
    { fetched: true, forced: false },
  ]);
});
