import { expect, test } from "vitest";
import { db } from "@/lib/db";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { claimReply } from "./claim-reply";
import { markSent } from "./mark-sent";
import { at, claims, eight, remaining, reply, says } from "./testing";

test("twenty workers at once: each reply goes to one of them, the window is spent once a reply", async () => {
  const { lin, hears } = await town();
  const threads = await Promise.all(Array.from({ length: 12 }, (_, index) => hears(`o-${index}`, "停水了", eight)));
  await Promise.all(threads.map(({ threadId }) => says(lin, threadId, "今晚八点恢复", at(1))));
  const claimed = (await Promise.all(Array.from({ length: 20 }, () => claimReply(at(6))))).flatMap((claim) => claim ?? []);
  expect(new Set(claimed.map(({ id }) => id)).size).toBe(claimed.length);
  expect(claimed.length).toBe(12);
  expect((await db.resident.findMany()).map(({ messageWindowRemaining }) => messageWindowRemaining)).toEqual(Array(12).fill(4));
});

test("not before its five seconds are over, and never before an earlier one of the thread is through", async () => {
  const { lin, hears } = await town();
  const { threadId } = await hears("o-xing", "出口堵了", eight);
  const first = await says(lin, threadId, "一", at(1));
  const second = await says(lin, threadId, "二", at(2));
  expect(await claimReply(at(5))).toBeNull();
  const claim = await claims(at(60));
  expect(claim.id).toBe(first.id);
  expect(await claimReply(at(60))).toBeNull();
  await markSent(claim, at(61));
  expect((await claims(at(62))).id).toBe(second.id);
});

test("failed, unknown and withdrawn ones do not block the next", async () => {
  const { lin, hears } = await town();
  const { threadId } = await hears("o-xing", "出口堵了", eight);
  for (const status of ["failed", "unknown", "withdrawn"] as const) {
    const { id } = await says(lin, threadId, status, at(1));
    await db.reply.update({ where: { id }, data: { status } });
  }
  const last = await says(lin, threadId, "到了", at(1));
  expect((await claims(at(10))).id).toBe(last.id);
});

test("a lease of thirty seconds, and an attempt counted", async () => {
  const { lin, hears } = await town();
  const { threadId } = await hears("o-xing", "出口堵了", eight);
  const { id } = await says(lin, threadId, "请绕行", at(1));
  await claims(at(10));
  expect(await reply(id)).toMatchObject({ status: "sending", leaseUntil: at(40), attempts: 1, window: "message" });
});

test("a reply whose window closed while it waited fails unsent, and says so", async () => {
  const { lin, hears } = await town();
  const { threadId } = await hears("o-xing", "出口堵了", eight);
  const { id } = await says(lin, threadId, "请绕行", at(1));
  expect(await claimReply(at(48 * 3600))).toEqual({ kind: "unsendable", id });
  expect(await reply(id)).toMatchObject({ status: "failed", errorCode: "windowClosed" });
  expect(await remaining()).toBe(5);
});

test("after a menu click alone the short window is spent", async () => {
  const { lin, hears } = await town();
  const { threadId } = await hears("o-xing", "", eight, { kind: "event", event: "CLICK", eventKey: "ask", msgId: null, dedupeKey: "e:1" });
  const { id } = await says(lin, threadId, "请打字告诉我们", at(1));
  await claims(at(10));
  expect((await reply(id)).window).toBe("event");
  expect((await db.resident.findFirstOrThrow()).eventWindowRemaining).toBe(2);
});
