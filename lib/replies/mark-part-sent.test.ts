import { expect, test } from "vitest";
import { db } from "@/lib/db";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { expireLeases } from "./expire-leases";
import { markFailed } from "./mark-failed";
import { markPartSent } from "./mark-part-sent";
import { markSent } from "./mark-sent";
import { at, claims, eight, remaining, reply, says } from "./testing";

const long = "请您从东口绕行，路政已在现场。".repeat(100);

test("part by part, each with a fresh lease", async () => {
  const { lin, hears } = await town();
  const { threadId } = await hears("o-xing", "出口堵了", eight);
  const { id } = await says(lin, threadId, long, at(1));
  const claim = await claims(at(10));
  expect(claim.parts.length).toBeGreaterThan(2);
  expect(await remaining()).toBe(5 - claim.parts.length);
  expect(await markPartSent(claim, 1, at(30))).toBe(true);
  // Told again because the first answer was lost: it counts once.
  expect(await markPartSent(claim, 1, at(30))).toBe(true);
  expect(await db.event.count({ where: { type: "reply.partSent" } })).toBe(1);
  expect(await reply(id)).toMatchObject({ partsSent: 1, leaseUntil: at(60), status: "sending" });
  expect(await db.message.count({ where: { replyId: id, sentAt: { not: null } } })).toBe(1);
  await markSent(claim, at(50));
  expect(await reply(id)).toMatchObject({ partsSent: claim.parts.length, status: "sent" });
});

test("a claim that ran out goes no further", async () => {
  const { lin, hears } = await town();
  const { threadId } = await hears("o-xing", "出口堵了", eight);
  const { id } = await says(lin, threadId, long, at(1));
  const claim = await claims(at(10));
  await expireLeases(at(41));
  expect(await markPartSent(claim, 1, at(42))).toBe(false);
  expect(await reply(id)).toMatchObject({ status: "unknown", partsSent: 0 });
});

test("a refusal of the second part gives back what was not used", async () => {
  const { lin, hears } = await town();
  const { threadId } = await hears("o-xing", "出口堵了", eight);
  const { id } = await says(lin, threadId, long, at(1));
  const claim = await claims(at(10));
  await markPartSent(claim, 1, at(12));
  await markFailed(claim, { errcode: 48_001, code: "notGranted", detail: null }, at(13));
  expect(await remaining()).toBe(4);
  expect(await reply(id)).toMatchObject({ status: "failed", partsSent: 1 });
});
