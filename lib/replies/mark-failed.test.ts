import { expect, test } from "vitest";
import { db } from "@/lib/db";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { expireLeases } from "./expire-leases";
import { markFailed } from "./mark-failed";
import { at, claims, eight, question, remaining, reply, says } from "./testing";

async function refusedWith(errcode: number) {
  const { lin, hears } = await town();
  const { threadId, questionId } = await hears("o-xing", "出口堵了", eight);
  const { id } = await says(lin, threadId, "请绕行", at(1));
  await markFailed(await claims(at(10)), { errcode, code: "refused", detail: String(errcode) }, at(11));
  return { id, questionId };
}

test("a refusal is shown, is no response, and gives the window back", async () => {
  const { id, questionId } = await refusedWith(48_001);
  expect(await reply(id)).toMatchObject({
    status: "failed",
    failedAt: at(11),
    errorCode: "refused",
    errorDetail: "48001",
    leaseUntil: null,
  });
  expect((await question(questionId)).firstRepliedAt).toBeNull();
  expect(await remaining()).toBe(5);
  expect(await db.event.count({ where: { type: "reply.failed" } })).toBe(1);
});

test("45047 and 45015: WeChat's count is believed over ours", async () => {
  await refusedWith(45_047);
  expect(await remaining()).toBe(0);
  await db.$executeRaw`TRUNCATE "Resident", "OfficialAccount", "Officer" CASCADE`;
  await refusedWith(45_015);
  expect((await db.resident.findFirstOrThrow()).messageWindowClosesAt).toEqual(at(11));
});

test("a window that the resident opened afresh meanwhile is left alone", async () => {
  const { lin, hears } = await town();
  const { threadId } = await hears("o-xing", "出口堵了", eight);
  await says(lin, threadId, "请绕行", at(1));
  const claim = await claims(at(10));
  await hears("o-xing", "还在吗", at(12));
  await markFailed(claim, { errcode: 45_015, code: "windowClosed", detail: null }, at(13));
  expect(await db.resident.findFirstOrThrow()).toMatchObject({ messageWindowRemaining: 5, messageWindowClosesAt: at(12 + 48 * 3600 - 60) });
});

test("a refusal that comes late replaces unknown", async () => {
  const { lin, hears } = await town();
  const { threadId } = await hears("o-xing", "出口堵了", eight);
  const { id } = await says(lin, threadId, "请绕行", at(1));
  const claim = await claims(at(10));
  await expireLeases(at(41));
  expect((await reply(id)).status).toBe("unknown");
  expect(await markFailed(claim, { errcode: 48_001, code: "notGranted", detail: "48001" }, at(42))).toBe(true);
  expect(await reply(id)).toMatchObject({ status: "failed", failedAt: at(42), unknownAt: null, errorCode: "notGranted" });
  expect(await remaining()).toBe(5);
});

test("what a late refusal gives back is nothing once the resident has opened a fresh window", async () => {
  const { lin, hears } = await town();
  const { threadId } = await hears("o-xing", "出口堵了", eight);
  const { id } = await says(lin, threadId, "请绕行", at(1));
  const late = await claims(at(10));
  await hears("o-xing", "还在吗", at(12));
  await expireLeases(at(41));
  await says(lin, threadId, "在，请绕行", at(42));
  await claims(at(50));
  expect(await remaining()).toBe(4);
  await markFailed(late, { errcode: 48_001, code: "notGranted", detail: "48001" }, at(51));
  expect((await reply(id)).status).toBe("failed");
  expect(await remaining()).toBe(4);
});
