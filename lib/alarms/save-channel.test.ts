import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { stranger } from "@/lib/questions/testing";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { listChannels } from "./channels";
import { saveChannel } from "./save-channel";
import { channelInput } from "./schema";
import { channelOf } from "./testing";

test("address and secret are sealed, never shown again, and stay when they are left out", async () => {
  const { accountId, he } = await town();
  const input = channelOf(accountId, { secret: "SECdingtalk" });
  const { id } = await saveChannel(input, he);
  const row = await db.alarmChannel.findUniqueOrThrow({ where: { id } });
  expect(JSON.stringify(row)).not.toContain("key=");
  expect(JSON.stringify(await listChannels(he.scope))).not.toMatch(/key=|SEC|sealed/);
  await saveChannel({ ...input, id, version: 1, name: "值班群2", address: null, secret: null, enabled: false }, he);
  const after = await db.alarmChannel.findUniqueOrThrow({ where: { id } });
  expect(after).toMatchObject({ name: "值班群2", version: 2, sealedAddress: row.sealedAddress, sealedSecret: row.sealedSecret });
  expect(after.disabledAt).not.toBeNull();
  const events = await db.event.findMany({ where: { type: "alarmChannel.saved" } });
  expect(JSON.stringify(events.map(({ facts }) => facts))).not.toContain("值班群");
});

test("one that a colleague saved meanwhile, a name that is taken, and another account's are refused", async () => {
  const { accountId, he } = await town();
  const input = channelOf(accountId);
  const { id } = await saveChannel(input, he);
  await saveChannel({ ...input, id, version: 1 }, he);
  await expect(saveChannel({ ...input, id, version: 1 }, he)).rejects.toThrow("channelChanged");
  await expect(saveChannel(input, he)).rejects.toThrow("nameTaken");
  await expect(saveChannel(input, stranger(he))).rejects.toThrow("accountNotFound");
  const twins = await Promise.allSettled([1, 2].map(() => saveChannel({ ...input, name: "两人同时" }, he)));
  expect(twins.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
});

test.each([
  ["no address", { address: null }],
  ["a script for an address", { address: "javascript:alert(1)" }],
  ["no audience", { audiences: [] }],
  ["a mail channel that has nobody", { kind: "mail", recipients: [] }],
  ["two addresses in one", { kind: "mail", recipients: ["he@example.org, lin@example.org"] }],
  ["a header in an address", { kind: "mail", recipients: ["he@example.org\r\nBcc: x@example.org"] }],
  ["a word for a number", { kind: "sms", recipients: ["何"] }],
  ["a robot with recipients", { recipients: ["13800000000"] }],
])("%s is no channel", async (_, change) => {
  const { accountId } = await town();
  expect(channelInput.safeParse({ ...channelOf(accountId), ...change }).success).toBe(false);
  expect(channelInput.safeParse(channelOf(accountId)).success).toBe(true);
});
