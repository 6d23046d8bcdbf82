import { rmSync } from "node:fs";
import { v7 as uuid } from "uuid";
import { afterAll, describe, expect, onTestFinished, test, vi } from "vitest";
import { storeAccessToken } from "@/lib/accounts/store-access-token";
import { db } from "@/lib/db";
import { env } from "@/lib/env";
import { mediaStorage } from "@/lib/media/storage";
import { PHOTO } from "@/lib/media/testing/samples";
import { keepPicture } from "@/lib/messages/keep-picture";
import { splitReply } from "@/lib/replies/rules";
import { question, remaining, reply, says } from "@/lib/replies/testing";
import { now } from "@/lib/time/clock";
import { after, SECOND } from "@/lib/time/rules";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { deliverDue, OPENID, platform, waitingReply } from "./testing";

// The environment is read once, at the first import.
await vi.hoisted(async () => {
  const { closedAddress } = await import("@/lib/wechat/testing/raw-server");
  process.env.WECHAT_API_BASE_URL = `http://${await closedAddress()}`;
});

afterAll(() => rmSync(env.JIDA_DATA_DIR, { recursive: true, force: true }));

const TEXT = "交警已到现场";
const waitIsOver = (id: string) => db.reply.update({ where: { id }, data: { sendAfter: now() } });

/** The platform with one resident whose answer is due. */
async function due(text = TEXT, minutesAgo = 1) {
  const wechat = await platform();
  await wechat.joins(OPENID);
  return { ...wechat, ...(await waitingReply(text, { minutesAgo })), shown: () => wechat.phone(OPENID) };
}

test("taken: sent, the question answered, the text on the phone, one call", async () => {
  const { id, questionId, shown, sends } = await due();
  expect(await deliverDue()).toBe(1);
  expect(await reply(id)).toMatchObject({ status: "sent", attempts: 1, partsSent: 1, errorCode: null });
  expect((await question(questionId)).answeredAt).not.toBeNull();
  expect(await shown()).toEqual([TEXT]);
  expect(await sends()).toHaveLength(1);
  expect(await remaining()).toBe(4);
});

describe("surely not taken, and may be later", () => {
  test.each([
    [-1, "systemBusy", 10],
    [45_009, "dailyQuotaSpent", 61],
    [45_011, "minuteQuotaSpent", 61],
  ])("errcode %i: back into the queue, the window given back, and sent by the next try", async (errcode, errorCode, withinSeconds) => {
    const { id, fails, shown } = await due();
    await fails("errcode", { errcode });
    await deliverDue();
    const held = await reply(id);
    expect(held).toMatchObject({ status: "queued", errorCode, attempts: 1 });
    expect(held.sendAfter.getTime()).toBeGreaterThan(now().getTime() - SECOND);
    expect(held.sendAfter.getTime()).toBeLessThan(after(now(), withinSeconds * SECOND).getTime());
    expect(errcode === -1 || held.sendAfter > after(now(), 50 * SECOND)).toBe(true);
    expect([await remaining(), await shown()]).toEqual([5, []]);
    await waitIsOver(id);
    await deliverDue();
    expect([(await reply(id)).status, await shown()]).toEqual(["sent", [TEXT]]);
  });

  test("after half an hour it is given up, and the officer told", async () => {
    const { id, fails, shown } = await due(TEXT, 32);
    await fails("errcode", { errcode: -1 });
    await deliverDue();
    expect(await reply(id)).toMatchObject({ status: "failed", errorCode: "systemBusy" });
    expect([await remaining(), await shown()]).toEqual([5, []]);
  });

  test("nobody listens: held, and sent once somebody does", async () => {
    const { id } = await waitingReply();
    const { accountId } = await reply(id);
    await db.accessToken.create({ data: { accountId } });
    await storeAccessToken(accountId, { accessToken: "of before", expiresInSeconds: 7_200, forced: false });
    await deliverDue();
    expect(await reply(id)).toMatchObject({ status: "queued", errorCode: "connectionRefused", attempts: 1 });
    expect(await remaining()).toBe(5);
    const { joins, phone } = await platform();
    await joins(OPENID);
    await waitIsOver(id);
    await deliverDue();
    expect([(await reply(id)).status, await phone(OPENID)]).toEqual(["sent", [TEXT]]);
  });

  test.each([40_001, 42_001])("errcode %i: a fresh token, once, in the same breath", async (errcode) => {
    const { id, fails, shown, sends } = await due();
    await fails("errcode", { errcode });
    await deliverDue();
    expect([(await reply(id)).status, await shown()]).toEqual(["sent", [TEXT]]);
    expect(await sends()).toHaveLength(2);
  });

  test("a token that is refused again and again: two calls and no more, then held", async () => {
    const { id, fails, shown, sends } = await due();
    await fails("errcode", { errcode: 40_001, times: 0 });
    await deliverDue();
    expect(await reply(id)).toMatchObject({ status: "queued", errorCode: "tokenInvalid" });
    expect([await remaining(), await shown(), (await sends()).length]).toEqual([5, [], 2]);
  });
});

describe("refused for good", () => {
  test.each([
    [45_015, "windowClosed", { messageWindowRemaining: 4 }],
    [45_047, "windowSpent", { messageWindowRemaining: 0 }],
    [48_001, "notGranted", { messageWindowRemaining: 5 }],
    [43_004, "notFollowing", { messageWindowRemaining: 5 }],
    [99_999, "otherErrcode", { messageWindowRemaining: 5 }],
  ])("errcode %i: failed, the question still open, WeChat's word on the window believed", async (errcode, errorCode, window) => {
    const { id, questionId, fails, shown } = await due();
    await fails("errcode", { errcode });
    await deliverDue();
    expect(await reply(id)).toMatchObject({ status: "failed", errorCode, errorDetail: String(errcode) });
    expect((await question(questionId)).firstRepliedAt).toBeNull();
    expect(await db.resident.findFirstOrThrow()).toMatchObject(window);
    const { messageWindowClosesAt } = await db.resident.findFirstOrThrow();
    expect((messageWindowClosesAt ?? now()) <= now()).toBe(errcode === 45_015);
    expect([await deliverDue(), await shown()]).toEqual([0, []]);
  });
});

describe("nobody can know", () => {
  test.each([
    ["reset-before", "reset", []],
    ["reset-after", "reset", [TEXT]],
    ["http-502", "httpStatus", []],
    ["timeout-before", "timeout", []],
    ["timeout-after", "timeout", [TEXT]],
  ])("%s: unknown, never repeated by itself, the window stays spent", async (kind, errorCode, onPhone) => {
    const { id, questionId, fails, shown, sends } = await due();
    await fails(kind);
    if (errorCode === "timeout") vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"], shouldAdvanceTime: true });
    onTestFinished(() => void vi.useRealTimers());
    const delivered = deliverDue();
    // The platform has the call, and says nothing.
    await expect.poll(async () => (await sends()).length).toBe(1);
    if (errorCode === "timeout") await vi.advanceTimersByTimeAsync(8_000);
    await delivered;
    expect(await reply(id)).toMatchObject({ status: "unknown", errorCode });
    expect((await question(questionId)).answeredAt).toBeNull();
    expect([await deliverDue(), await shown(), await remaining()]).toEqual([0, onPhone, 4]);
    expect(await sends()).toHaveLength(1);
  });
});

describe("a long reply", () => {
  const long = "请您从东口绕行，路政已在现场。".repeat(110);
  const parts = splitReply(long);

  test("arrives in order, whole", async () => {
    const { id, shown } = await due(long);
    await deliverDue();
    expect(await shown()).toEqual(parts);
    expect(await reply(id)).toMatchObject({ status: "sent", partsSent: parts.length });
    expect(await remaining()).toBe(5 - parts.length);
  });

  test("held in the middle: only the rest is sent again", async () => {
    const { id, fails, shown } = await due(long);
    await fails("errcode", { errcode: -1, skip: 1 });
    await deliverDue();
    expect(await reply(id)).toMatchObject({ status: "queued", partsSent: 1 });
    expect(await remaining()).toBe(4);
    await waitIsOver(id);
    await deliverDue();
    expect(await shown()).toEqual(parts);
    expect(await remaining()).toBe(5 - parts.length);
  });

  test("broken off in the middle: unknown, how far it got is known, nothing more goes out", async () => {
    const { id, fails, shown } = await due(long);
    await fails("reset-after", { skip: 1 });
    await deliverDue();
    expect(await reply(id)).toMatchObject({ status: "unknown", partsSent: 1 });
    expect([await deliverDue(), await shown()]).toEqual([0, parts.slice(0, 2)]);
  });
});

test("two deliverers at once and a token to fetch: every phone shows its text once", async () => {
  const { joins, phone, sends, tokenFetches } = await platform();
  const desk = await town();
  const residents = Array.from({ length: 12 }, (_, index) => `oResident000000000000000${index + 10}`);
  await Promise.all(residents.map(joins));
  for (const openid of residents) await waitingReply(`答${openid}`, { openid, desk });
  const claimed = await Promise.all([deliverDue(), deliverDue()]);
  expect((claimed[0] ?? 0) + (claimed[1] ?? 0)).toBe(residents.length);
  for (const openid of residents) expect(await phone(openid)).toEqual([`答${openid}`]);
  expect((await sends()).filter(({ taken }) => taken)).toHaveLength(residents.length);
  expect(await tokenFetches()).toHaveLength(1);
  expect(await db.reply.count({ where: { status: "sent" } })).toBe(residents.length);
});

test("a token that has ended at WeChat's side is replaced once by ten at the same time", async () => {
  const { joins, control, phone, tokenFetches } = await platform();
  const desk = await town();
  const residents = Array.from({ length: 10 }, (_, index) => `oResident000000000000000${index + 10}`);
  await Promise.all(residents.map(joins));
  await waitingReply("先", { openid: residents[0] ?? "", desk });
  await deliverDue();
  await control("POST", "clock", { offsetMs: 3 * 3_600_000 });
  for (const openid of residents) await waitingReply("后", { openid, desk });
  await deliverDue();
  expect(await tokenFetches()).toHaveLength(2);
  expect(await db.reply.count({ where: { status: "sent" } })).toBe(11);
  for (const openid of residents.slice(1)) expect(await phone(openid)).toEqual(["后"]);
});

test("a picture is uploaded once and stands on the phone once, whatever breaks between the two", async () => {
  const { phone, joins, fails, control } = await platform();
  await joins(OPENID);
  const { lin, hears } = await town();
  const asked = after(now(), -60_000);
  const { threadId } = await hears(OPENID, "三号路有坑", asked);
  const id = uuid();
  const storageKey = `${id}/picture`;
  await (await mediaStorage()).put(storageKey, PHOTO, "image/jpeg");
  const file = {
    storageKey,
    thumbnailKey: null,
    contentType: "image/jpeg",
    bytes: PHOTO.length,
    width: 1_200,
    height: 900,
    milliseconds: null,
  };
  await keepPicture({ id, threadId, ...file }, lin, asked);
  await says(lin, threadId, "请看绕行路线", asked, { pictures: [id] });
  await fails("reset-before", { api: "media/upload" });
  await fails("errcode", { skip: 1, errcode: -1 });
  for (let round = 0; round < 3; round += 1) {
    await deliverDue();
    await db.reply.updateMany({ data: { sendAfter: asked } });
  }
  expect(await phone(OPENID)).toEqual(["请看绕行路线", ""]);
  expect((await db.reply.findFirstOrThrow()).status).toBe("sent");
  const { entries } = await control("GET", "journal");
  const uploads = entries.filter(({ path, fault }: { path?: string; fault?: string }) => path?.endsWith("/media/upload") && !fault);
  expect(uploads).toHaveLength(1);
});
