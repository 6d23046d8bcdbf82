import { rmSync, utimesSync } from "node:fs";
import path from "node:path";
import { v7 as uuid } from "uuid";
import { afterAll, expect, test } from "vitest";
import { db } from "@/lib/db";
import { env } from "@/lib/env";
import { beatProcess } from "@/lib/intake/beat-process";
import { mediaKey, mediaStorage } from "@/lib/media/storage";
import { keepPicture } from "@/lib/messages/keep-picture";
import { A_FILE } from "@/lib/messages/testing";
import { markFailed } from "@/lib/replies/mark-failed";
import { claims, says } from "@/lib/replies/testing";
import { withdrawReply } from "@/lib/replies/withdraw-reply";
import { now } from "@/lib/time/clock";
import { after, DAY } from "@/lib/time/rules";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { sweepBytes, sweepPictures } from "./sweep-media";

afterAll(() => rmSync(env.JIDA_DATA_DIR, { recursive: true, force: true }));

/** Puts something into the storage as long ago as that, and returns its key. */
async function lies(accountId: string, id: string, days: number) {
  const key = mediaKey({ accountId, id, at: now() }, "whole");
  await (await mediaStorage()).put(key, Buffer.from("picture"), "image/jpeg");
  const at = after(now(), -days * DAY);
  utimesSync(path.join(env.JIDA_DATA_DIR, "media", key), at, at);
  return key;
}

const isThere = async (key: string) => (await (await mediaStorage()).writtenAt(key)) !== null;

/** The door was heard so many days ago. */
const beats = (days: number) => beatProcess({ id: uuid(), process: "web", startedAt: now() }, after(now(), -days * DAY));

test("bytes that no row names go after a week; those of a row, new ones and another desk's stay", async () => {
  const { accountId, lin, hears } = await town();
  // Whatever the database was put back from, that was more than a week ago.
  for (const days of [20, 7.5]) await beats(days);
  await db.heartbeat.updateMany({ data: { beatAt: now() } });
  const { threadId } = await hears("oXing", "三号路有坑");
  const id = uuid();
  const named = await lies(accountId, id, 30);
  await keepPicture({ id, threadId, ...A_FILE, storageKey: named }, lin);
  const [lost, fresh, elsewhere] = [await lies(accountId, uuid(), 8), await lies(accountId, uuid(), 6), await lies(uuid(), uuid(), 30)];
  await sweepBytes();
  expect(await Promise.all([named, lost, fresh, elsewhere].map(isThere))).toEqual([true, false, true, true]);
});

test("what was written after a backup that is put back stays for a week from then", async () => {
  const { accountId } = await town();
  await beats(10);
  const [before, later] = [await lies(accountId, uuid(), 11), await lies(accountId, uuid(), 8)];
  await sweepBytes();
  expect(await Promise.all([before, later].map(isThere))).toEqual([false, true]);
  await beats(0);
  await sweepBytes();
  expect(await isThere(later)).toBe(true);
});

test("of a picture that was never sent the bytes go with the row", async () => {
  const { accountId, lin, hears } = await town();
  const { threadId } = await hears("oXing", "三号路有坑");
  const [old, id] = [uuid(), uuid()];
  const [gone, stays] = [await lies(accountId, old, 0), await lies(accountId, id, 0)];
  await keepPicture({ id: old, threadId, ...A_FILE, storageKey: gone }, lin, after(now(), -2 * DAY));
  await keepPicture({ id, threadId, ...A_FILE, storageKey: stays }, lin);
  await sweepPictures();
  expect([await isThere(gone), await isThere(stays)]).toEqual([false, true]);
});

test("what is not sent again leaves the bytes to the message that was not delivered", async () => {
  const { accountId, lin, hears } = await town();
  const { threadId } = await hears("oXing", "三号路有坑");
  const id = uuid();
  const shown = await lies(accountId, id, 0);
  const daysAgo = after(now(), -2 * DAY);
  await keepPicture({ id, threadId, ...A_FILE, storageKey: shown }, lin, daysAgo);
  await says(lin, threadId, "请看", daysAgo, { pictures: [id] });
  await markFailed(await claims(now()), { errcode: 45002, code: "tooLong", detail: null });
  const again = await says(lin, threadId, "再看", now(), { pictures: [id] });
  const { pictures } = await withdrawReply({ replyId: again.id }, lin);
  expect(pictures).toHaveLength(1);
  await db.draft.deleteMany();
  await db.media.updateMany({ data: { storedAt: daysAgo } });
  await sweepPictures();
  expect(await db.media.findMany({ select: { id: true } })).toEqual([{ id }]);
  expect(await isThere(shown)).toBe(true);
});
