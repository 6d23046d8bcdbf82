import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { now } from "@/lib/time/clock";
import { after, DAY, HOUR } from "@/lib/time/rules";
import { program } from "@/lib/web/testing/program";
import "@/prisma/testing";
import { GET as replyState } from "@/app/api/v1/replies/[id]/route";
import { town } from "@/prisma/town";
import { POST } from "./route";

const words = { text: "今晚八点恢复供水。", threadVersion: 1 };

async function oneThread() {
  const { hears } = await town();
  const { threadId } = await hears("openid-wang", "三号路停水了");
  const { calls, officerId } = await program();
  const post = (body: unknown, headers: Record<string, string> = {}) =>
    calls(POST, { method: "POST", params: { id: threadId }, body, headers });
  return { calls, hears, officerId, post, threadId };
}

test("queues an answer to be sent at once, in the program's name", async () => {
  const { calls, officerId, post, threadId } = await oneThread();
  const { status, body } = await post(words);
  expect(status).toBe(201);
  expect(body).toEqual({ id: expect.any(String), status: "queued" });
  const reply = await db.reply.findUniqueOrThrow({ where: { id: body.id as string } });
  expect(reply).toMatchObject({ kind: "answer", officerId, text: words.text });
  expect(reply.sendAfter).toEqual(reply.queuedAt);
  const state = await calls(replyState, { params: { id: body.id as string } });
  expect(state).toMatchObject({ status: 200, body: { id: body.id, threadId, status: "queued", attempts: 0, error: null } });
  for (const id of ["x", threadId]) expect((await calls(replyState, { params: { id } })).status).toBe(404);
});

test("ten equal requests at once make one reply and get one answer", async () => {
  const { post } = await oneThread();
  const answers = await Promise.all(Array.from({ length: 10 }, () => post(words, { "idempotency-key": "order-17" })));
  expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(201));
  expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
  expect(await db.reply.count()).toBe(1);
});

test("the same key answers the same again, whatever became of the reply; fields may stand in another order", async () => {
  const { hears, post } = await oneThread();
  const first = await post(words, { "idempotency-key": "k" });
  await hears("openid-wang", "还没有来水");
  await db.reply.updateMany({ data: { status: "sent", sentAt: now() } });
  const again = await post({ threadVersion: 1, kind: "answer", text: words.text }, { "idempotency-key": "k" });
  expect(again).toMatchObject({ status: 201, body: first.body });
});

test("the same key with another body, or on another thread, is refused", async () => {
  const { calls, hears, post } = await oneThread();
  await post(words, { "idempotency-key": "k" });
  expect(await post({ ...words, text: "别的话" }, { "idempotency-key": "k" })).toMatchObject({
    status: 422,
    body: { type: "urn:jida:problem:idempotencyKeyReused" },
  });
  const { threadId } = await hears("openid-li", "公园几点关门");
  expect((await calls(POST, { method: "POST", params: { id: threadId }, body: words, headers: { "idempotency-key": "k" } })).status).toBe(
    422,
  );
  const other = await program();
  expect(
    (await other.calls(POST, { method: "POST", params: { id: threadId }, body: words, headers: { "idempotency-key": "k" } })).status,
  ).toBe(201);
});

test("a refused request leaves its key free", async () => {
  const { post } = await oneThread();
  expect((await post({ ...words, threadVersion: 0 }, { "idempotency-key": "k" })).status).toBe(409);
  expect((await post(words, { "idempotency-key": "k" })).status).toBe(201);
});

test("without a key two requests are two replies", async () => {
  const { post } = await oneThread();
  const answers = [await post(words), await post({ ...words, threadVersion: 2 })];
  expect(answers.map(({ status }) => status)).toEqual([201, 201]);
  expect(await db.apiRequest.count()).toBe(0);
});

test.each(["", "k".repeat(256)])("a key must have 1 to 255 characters", async (key) => {
  const { post } = await oneThread();
  expect(await post(words, { "idempotency-key": key })).toMatchObject({ status: 422, body: { errors: [{ field: "Idempotency-Key" }] } });
});

test("a thread that has moved on is a conflict that names its version", async () => {
  const { hears, post } = await oneThread();
  await hears("openid-wang", "四号路也停了");
  expect(await post(words)).toMatchObject({ status: 409, body: { type: "urn:jida:problem:threadMoved", version: 2 } });
  expect(await db.reply.count()).toBe(0);
});

test("a window that is closed or spent is a conflict", async () => {
  const { post } = await oneThread();
  await db.resident.updateMany({ data: { messageWindowRemaining: 0 } });
  expect(await post(words)).toMatchObject({ status: 409, body: { type: "urn:jida:problem:windowSpent", needed: 1, remaining: 0 } });
  await db.resident.updateMany({ data: { messageWindowClosesAt: after(now(), -HOUR) } });
  expect(await post(words)).toMatchObject({ status: 409, body: { type: "urn:jida:problem:windowClosed" } });
});

test("an interim reply names a unit and a date", async () => {
  const { post } = await oneThread();
  const interim = { ...words, kind: "interim", unit: "区供水公司", promisedAt: after(now(), HOUR).toISOString() };
  expect(await post({ ...interim, unit: undefined, promisedAt: undefined })).toMatchObject({
    status: 422,
    body: { errors: [{ field: "unit" }, { field: "promisedAt" }] },
  });
  expect(await post({ ...interim, promisedAt: "tomorrow" })).toMatchObject({ status: 422, body: { errors: [{ field: "promisedAt" }] } });
  expect(await post({ ...interim, promisedAt: after(now(), 30 * DAY).toISOString() })).toMatchObject({
    status: 422,
    body: { type: "urn:jida:problem:promiseNotAllowed" },
  });
  expect((await post(interim)).status).toBe(201);
});

const wrong: [unknown, string][] = [
  [{ ...words, text: 5 }, "text"],
  [{ threadVersion: 1 }, "text"],
  [{ ...words, text: "a\0b" }, "text"],
  [{ ...words, text: "\ud800" }, "text"],
  [{ ...words, threadVersion: "1" }, "threadVersion"],
  [{ ...words, threadVersion: 2 ** 40 }, "threadVersion"],
  [{ ...words, kind: "joke" }, "kind"],
  [{ ...words, unit: "区供水公司" }, "unit"],
  [[], "body"],
  ["null", "body"],
];
test.each(wrong)("%j is not allowed: %s", async (body, field) => {
  const { post } = await oneThread();
  const answer = await post(body);
  expect(answer.status).toBe(422);
  expect(answer.body.errors).toContainEqual(expect.objectContaining({ field }));
});

test("an empty text and one that needs six messages are refused", async () => {
  const { post } = await oneThread();
  expect(await post({ ...words, text: " \n" })).toMatchObject({ status: 422, body: { type: "urn:jida:problem:replyEmpty" } });
  expect(await post({ ...words, text: "水".repeat(4_000) })).toMatchObject({
    status: 422,
    body: { type: "urn:jida:problem:replyTooLong" },
  });
});

test("a thread of another account is not there", async () => {
  const { officerId, post } = await oneThread();
  await db.officer.update({ where: { id: officerId }, data: { allAccounts: false } });
  expect(await post(words)).toMatchObject({ status: 404, body: { type: "urn:jida:problem:threadNotFound" } });
});
