import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { stranger } from "@/lib/questions/testing";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { listSubscribers } from "./queries";
import { saveSubscriber } from "./save-subscriber";
import { subscriberInput } from "./schema";
import { subscriberOf } from "./testing";

test("address and secret are sealed; the secret is told once, the address never again but for its host, and stays when it is left out", async () => {
  const { accountId, admin } = await town();
  const { id, secret } = await saveSubscriber(subscriberOf(accountId), admin);
  expect(Buffer.from(secret?.replace(/^whsec_/, "") ?? "", "base64")).toHaveLength(32);
  const row = await db.subscriber.findUniqueOrThrow({ where: { id } });
  const shown = await listSubscribers(admin.scope);
  expect(JSON.stringify([row, shown])).not.toMatch(/key=|whsec_/);
  expect(shown).toMatchObject([{ name: "12345热线", host: "hotline.example.org", paused: false, waiting: 0 }]);
  const again = await saveSubscriber(subscriberOf(accountId, { id, version: 1, name: "热线", address: null, paused: true }), admin);
  expect(again).toEqual({ id, secret: null });
  const { sealedAddress, sealedSecret } = row;
  expect(await db.subscriber.findUniqueOrThrow({ where: { id } })).toMatchObject({ name: "热线", version: 2, sealedAddress, sealedSecret });
  const told = await db.event.findMany({ where: { type: "subscriber.saved" }, select: { facts: true } });
  expect(JSON.stringify(told)).not.toMatch(/热线|hotline/);
  expect(told).toHaveLength(2);
});

test("one that a colleague saved meanwhile, a name that is taken, plain http and another account's are refused", async () => {
  const { accountId, admin } = await town();
  const input = subscriberOf(accountId);
  const { id } = await saveSubscriber(input, admin);
  await saveSubscriber({ ...input, id, version: 1 }, admin);
  await expect(saveSubscriber({ ...input, id, version: 1 }, admin)).rejects.toThrow("subscriberChanged");
  await expect(saveSubscriber(input, admin)).rejects.toThrow("nameTaken");
  await expect(saveSubscriber({ ...input, address: "http://hotline.example.org/" }, admin)).rejects.toThrow("addressNotHttps");
  await expect(saveSubscriber(input, stranger(admin))).rejects.toThrow("accountNotFound");
});

test.each([
  ["no address", { address: null }],
  ["a script for an address", { address: "javascript:alert(1)" }],
  ["a password in the address", { address: "https://me:word@hotline.example.org/" }],
  ["nothing to be told of", { types: [] }],
  ["no name", { name: " " }],
])("%s is no subscriber", async (_, change) => {
  const input = subscriberOf("018f0000-0000-7000-8000-000000000000");
  expect(subscriberInput.safeParse({ ...input, ...change }).success).toBe(false);
  expect(subscriberInput.safeParse(input).success).toBe(true);
});
