import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { mintToken } from "@/lib/officers/mint-token";
import { after, DAY } from "@/lib/time/rules";
import "@/prisma/testing";
import { forgetRequests } from "./forget-requests";
import { eight } from "./testing";

test("idempotency keys are kept seven days and not longer", async () => {
  await mintToken({ name: "热线", role: "officer" });
  const { id: apiTokenId } = await db.apiToken.findFirstOrThrow();
  const made = (key: string, daysAgo: number) => ({ apiTokenId, key, requestHash: "h", createdAt: after(eight, -daysAgo * DAY) });
  await db.apiRequest.createMany({ data: [made("old", 7.01), made("kept", 6.99)] });
  expect(await forgetRequests(eight)).toBe(1);
  expect((await db.apiRequest.findMany()).map(({ key }) => key)).toEqual(["kept"]);
  expect(await db.event.count({ where: { type: "apiRequest.forgotten" } })).toBe(1);
});
