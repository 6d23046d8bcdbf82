import { expect, test } from "vitest";
import { db } from "@/lib/db";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { mintToken } from "./mint-token";
import { officerOfToken } from "./queries";

test("a token is a program of its own, for every account, and is kept as a hash", async () => {
  const { accountId } = await town();
  const { officerId, token } = await mintToken({ name: "bulletin", role: "officer" });
  expect(token).toMatch(/^jida_[\w-]{43}$/);
  expect(await officerOfToken(token)).toMatchObject({
    id: officerId,
    name: "bulletin",
    role: "officer",
    scope: { accountIds: [accountId] },
  });
  expect(JSON.stringify(await db.apiToken.findMany())).not.toContain(token);
  expect(await db.event.count({ where: { type: "apiToken.minted", officerId } })).toBe(1);
});

test("two tokens of one name are two programs", async () => {
  const [one, other] = [await mintToken({ name: "bulletin", role: "officer" }), await mintToken({ name: "bulletin", role: "officer" })];
  expect(one.officerId).not.toBe(other.officerId);
});

test("a token nobody made belongs to nobody", async () => {
  expect(await officerOfToken("jida_unknown")).toBeNull();
});
