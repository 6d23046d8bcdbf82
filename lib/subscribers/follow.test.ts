import pg from "pg";
import { v7 as uuid } from "uuid";
import { expect, onTestFinished, test } from "vitest";
import { db } from "@/lib/db";
import { env } from "@/lib/env";
import { closeQuestion } from "@/lib/questions/close-question";
import { reopenQuestion } from "@/lib/questions/reopen-question";
import { undoClose } from "@/lib/questions/undo-close";
import { markFailed } from "@/lib/replies/mark-failed";
import { markSent } from "@/lib/replies/mark-sent";
import { markUnknown } from "@/lib/replies/mark-unknown";
import { claims, says } from "@/lib/replies/testing";
import { after, SECOND } from "@/lib/time/rules";
import "@/prisma/testing";
import { now } from "@/lib/time/clock";
import { followForSubscribers } from "./follow";
import { saveSubscriber } from "./save-subscriber";
import { notices, subscribed, subscriberOf } from "./testing";

const OPENID = "oWordOfNobodyElse0001";
const WORDS = { asked: "煤气味很大，电话13800001111", answered: "燃气公司已到三号楼，师傅姓潘。", unit: "燃气公司客服部" };

test("tells of every step of a question, its replies and its promises, once, in order, and without a word of anybody", async () => {
  const { hears, lin } = await subscribed();
  const begun = after(now(), -600 * SECOND);
  const at = (seconds: number) => after(begun, seconds * SECOND);
  const { threadId, questionId } = await hears(OPENID, WORDS.asked, at(0));
  const on = { questionId: questionId ?? "" };
  const sends = async (seconds: number, more: Parameters<typeof says>[4] = {}) => {
    await says(lin, threadId, WORDS.answered, at(seconds), more);
    return claims(at(seconds + 6));
  };
  await closeQuestion({ ...on, reason: "repeated" }, lin, at(1));
  await undoClose(on, lin, at(2));
  await markFailed(await sends(10), { errcode: 43_004, code: "notFollowing", detail: OPENID }, at(17));
  await markUnknown(await sends(20), { code: "timeout", detail: WORDS.answered }, at(27));
  await followForSubscribers(at(28));
  const promised = { kind: "interim" as const, unit: WORDS.unit };
  await markSent(await sends(30, { ...promised, promisedAt: at(100) }), at(37));
  await followForSubscribers(at(99));
  await followForSubscribers(at(101));
  await hears(OPENID, "还没有人来", at(110));
  await markSent(await sends(120, { ...promised, promisedAt: at(1_000) }), at(127));
  await markSent(await sends(130), at(137));
  await followForSubscribers(at(138));
  await reopenQuestion(on, lin, at(140));
  await Promise.all([followForSubscribers(at(141)), followForSubscribers(at(142))]);

  const told = (await notices()).map(({ type, facts }) => ({ type, ...(facts as object) }));
  const replies = (await db.reply.findMany({ orderBy: { seq: "asc" } })).map(({ id }) => id);
  const of = { threadId, questionId };
  expect(told).toEqual([
    { type: "question.opened", ...of },
    { type: "question.closed", ...of, reason: "repeated" },
    { type: "question.reopened", ...of, by: "officer" },
    { type: "reply.failed", threadId, replyId: replies[0], errorCode: "notFollowing" },
    { type: "reply.unknown", threadId, replyId: replies[1] },
    { type: "reply.sent", threadId, replyId: replies[2], kind: "interim", questionIds: [questionId] },
    { type: "promise.made", ...of, replyId: replies[2], promisedAt: at(100).toISOString() },
    { type: "promise.missed", ...of, promisedAt: at(100).toISOString() },
    { type: "reply.sent", threadId, replyId: replies[3], kind: "interim", questionIds: [questionId] },
    { type: "promise.made", ...of, replyId: replies[3], promisedAt: at(1_000).toISOString() },
    { type: "reply.sent", threadId, replyId: replies[4], kind: "answer", questionIds: [questionId] },
    { type: "promise.kept", ...of, replyId: replies[4], promisedAt: at(1_000).toISOString() },
    { type: "question.answered", ...of, replyId: replies[4], bySelf: false },
    { type: "question.reopened", ...of, by: "officer" },
  ]);
  expect(JSON.stringify(told)).not.toMatch(/煤气|13800001111|燃气|潘|oWord|[\u3400-\u9fff]/);
});

test("only those of the account, who want it and are not paused; what is told twice is one notice; whoever comes later hears from then on", async () => {
  const { accountId, admin, hears, subscriberId } = await subscribed({ types: ["question.closed"] });
  await saveSubscriber(subscriberOf(accountId, { name: "paused", paused: true }), admin);
  await hears("openid-wang", "三号路停水了");
  await followForSubscribers();
  expect(await notices()).toEqual([]);
  const { id } = await saveSubscriber(subscriberOf(accountId, { name: "later" }), admin);
  await hears("openid-li", "公园几点关门");
  const before = await db.noticeCursor.findFirstOrThrow();
  await followForSubscribers();
  expect((await notices()).map((notice) => notice.subscriberId)).toEqual([id]);
  // A follower that comes from a history before this one, as after a restore, finds its place by ids.
  await db.noticeCursor.updateMany({ data: { epoch: "another", snapshot: "1:1:", lastId: before.lastId } });
  await followForSubscribers();
  expect(await notices()).toHaveLength(1);
  expect((await db.noticeCursor.findFirstOrThrow()).epoch).toBe(before.epoch);
  expect(subscriberId).not.toBe(id);
});

test("one that dies before it commits has told nothing, and nothing is lost; one that is thousands of events behind neither", async () => {
  const { hears, lin } = await subscribed();
  await hears("openid-wang", "三号路停水了");
  const before = await db.noticeCursor.findFirstOrThrow();
  const holder = new pg.Client({ connectionString: env.DATABASE_URL });
  await holder.connect();
  onTestFinished(() => holder.end());
  await holder.query(`BEGIN; LOCK TABLE "Notice" IN ACCESS EXCLUSIVE MODE`);
  const dying = followForSubscribers().catch((error: unknown) => error);
  await expect
    .poll(async () => {
      const waiting = await holder.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
      );
      return waiting.rowCount;
    })
    .toBe(1);
  expect(await dying).toBeInstanceOf(Error);
  await holder.query("ROLLBACK");
  expect([await notices(), await db.noticeCursor.findFirstOrThrow()]).toEqual([[], before]);
  await db.event.createMany({ data: Array.from({ length: 5_001 }, () => ({ at: now(), type: "officer.signedIn", officerId: lin.id })) });
  await followForSubscribers();
  expect(await notices()).toMatchObject([{ type: "question.opened" }]);
});

test("what is too much for one transaction is written down in several, in order, and once though the last of them is lost", async () => {
  const { hears, accountId } = await subscribed();
  const { threadId } = await hears("openid-wang", "三号路停水了");
  await followForSubscribers();
  const opened = { at: now(), type: "question.opened", accountId, threadId };
  const questionIds = Array.from({ length: 450 }, () => uuid());
  await db.event.createMany({ data: questionIds.map((questionId) => ({ ...opened, questionId })) });
  await db.$executeRaw`CREATE FUNCTION lose_cursor() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'lost'; END $$`;
  await db.$executeRaw`CREATE TRIGGER lose_cursor BEFORE UPDATE ON "NoticeCursor" FOR EACH ROW EXECUTE FUNCTION lose_cursor()`;
  await expect(followForSubscribers()).rejects.toThrow("lost");
  const first = await notices();
  expect(first).toHaveLength(401);
  await db.$executeRaw`DROP FUNCTION lose_cursor() CASCADE`;
  await followForSubscribers();
  const told = await notices();
  expect(told.slice(1).map(({ facts }) => (facts as { questionId: string }).questionId)).toEqual(questionIds);
  expect(told.slice(0, 401)).toEqual(first);
});
