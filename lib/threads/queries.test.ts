import { v7 as uuid } from "uuid";
import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { scopeOf } from "@/lib/officers/scope";
import { openQuestion } from "@/lib/questions/open-question";
import { splitQuestion } from "@/lib/questions/split-question";
import { markSent } from "@/lib/replies/mark-sent";
import { claims, says } from "@/lib/replies/testing";
import { now } from "@/lib/time/clock";
import { after, MINUTE, SECOND } from "@/lib/time/rules";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { changedMessages, threadHeads } from "./changes";
import { threadPassage } from "./passage";
import { threadView } from "./queries";

const start = after(now(), -10 * MINUTE);
const at = (seconds: number) => after(start, seconds * SECOND);
const nobody = scopeOf([uuid()]);

test("a thread in the order of arrival: what was written, what answered by itself, each part of a reply with its state", async () => {
  const { lin, hears } = await town();
  const { threadId } = await hears("o-xing", "您好", start);
  const { questionId } = await hears("o-xing", "出口堵了", at(20));
  const { id } = await says(lin, threadId, "交警已到现场。".repeat(120), at(60));
  const view = await threadView(lin.scope, threadId);
  expect(view).toMatchObject({ id: threadId, version: 3, hasEarlier: false, resident: { remark: null, window: { remaining: 5 } } });
  expect(view?.messages.map(({ direction, nature, questionId }) => [direction, nature, questionId])).toEqual([
    ["inbound", "greeting", null],
    ["inbound", "content", questionId],
    ["outbound", "content", questionId],
    ["outbound", "content", questionId],
  ]);
  expect(view?.messages[0]?.passiveReply).toContain("自动回复");
  expect(view?.messages[2]?.reply).toMatchObject({
    id,
    kind: "answer",
    status: "queued",
    partCount: 2,
    officer: { id: lin.id, name: "林" },
    sendAfterAt: at(65),
  });
  await markSent(await claims(at(70)), at(71));
  const sent = await threadView(lin.scope, threadId);
  expect(sent?.messages[3]?.reply).toMatchObject({ status: "sent", sentAt: at(71), partsSent: 2 });
  expect(sent?.resident.window.remaining).toBe(3);
});

test("page before page back to the first, every message once", async () => {
  const { lin, hears } = await town();
  const said = Array.from({ length: 7 }, (_, index) => `第${index}句`);
  let threadId = "";
  for (const text of said) ({ threadId } = await hears("o-xing", text, start));
  const pages: string[][] = [];
  for (let before: bigint | undefined; ; ) {
    const view = await threadView(lin.scope, threadId, { limit: 3, ...(before === undefined ? {} : { before }) });
    pages.unshift(view?.messages.map(({ text }) => text) ?? []);
    before = BigInt(view?.messages[0]?.seq ?? 0);
    if (!view?.hasEarlier) break;
  }
  expect(pages.map(({ length }) => length)).toEqual([1, 3, 3]);
  expect(pages.flat()).toEqual(said);
});

test("a passage stands around an instant, and says what is left on both sides", async () => {
  const { lin, hears } = await town();
  let threadId = "";
  for (let index = 0; index < 9; index += 1) ({ threadId } = await hears("o-xing", `第${index}句`, at(index)));
  const all = (await threadView(lin.scope, threadId))?.messages ?? [];
  const saidAt = all[4]?.at ?? start;
  const texts = async (around: Parameters<typeof threadPassage>[2], limit: number) => {
    const { messages, ...left } = await threadPassage(lin.scope, threadId, around, limit);
    return [messages.map(({ text }) => text).join(""), left];
  };
  expect(await texts({ at: saidAt }, 4)).toEqual(["第2句第3句第4句第5句", { hasEarlier: true, hasLater: true }]);
  expect(await texts({ seq: BigInt(all[4]?.seq ?? 0) }, 8)).toEqual([
    "第0句第1句第2句第3句第4句第5句第6句第7句",
    { hasEarlier: false, hasLater: true },
  ]);
  expect(await texts({ at: at(99) }, 4)).toEqual(["第7句第8句", { hasEarlier: true, hasLater: false }]);
  expect(await threadPassage(nobody, threadId, { at: at(4) })).toEqual({ messages: [], hasEarlier: false, hasLater: false });
});

test("outside the scope nothing is there", async () => {
  const { lin, hears } = await town();
  const { threadId, messageId } = await hears("o-xing", "出口堵了", start);
  expect(await threadView(nobody, threadId)).toBeNull();
  expect(await threadHeads(nobody, [threadId])).toEqual([]);
  expect(await changedMessages(nobody, { messageIds: [messageId], replyIds: [], reopenedThreadIds: [], splitOffIds: [] })).toEqual([]);
  expect(await threadHeads(lin.scope, [threadId])).toMatchObject([{ id: threadId, version: 1, window: { remaining: 5 } }]);
});

test("what the desk says of a resident stands in the thread and in its head", async () => {
  const { lin, hears } = await town();
  const { threadId } = await hears("o-xing", "出口堵了", start);
  const described = { remark: "邢女士", tags: ["职工", "工业区"] };
  await db.resident.updateMany({ data: described });
  expect((await threadView(lin.scope, threadId))?.resident).toMatchObject(described);
  expect(await threadHeads(lin.scope, [threadId])).toMatchObject([described]);
});

test("for the feed: the bubbles that are new, whose reply changed, or that another question has by now", async () => {
  const { lin, hears, accountId } = await town();
  const { threadId, messageId } = await hears("o-xing", "您好", start);
  const { id } = await says(lin, threadId, "请讲", at(5));
  const { questionId } = await openQuestion({ messageId }, lin, at(8));
  const changes = { messageIds: [], replyIds: [], reopenedThreadIds: [], splitOffIds: [] };
  const of = async (changed: Partial<Parameters<typeof changedMessages>[1]>) =>
    (await changedMessages(lin.scope, { ...changes, ...changed })).map(({ text }) => text);
  expect(await of({})).toEqual([]);
  expect(await of({ messageIds: [messageId] })).toEqual(["您好"]);
  expect(await of({ replyIds: [id] })).toEqual(["请讲"]);
  expect(await of({ replyIds: [id], messageIds: [messageId] })).toEqual(["您好", "请讲"]);
  expect(await of({ replyIds: [id], reopenedThreadIds: [threadId] })).toEqual(["您好", "请讲"]);
  const later = await hears("o-xing", "路灯也不亮", at(10));
  const split = await splitQuestion({ questionId: questionId ?? "", messageIds: [later.messageId] }, lin, at(12));
  expect(await of({ splitOffIds: [split.questionId] })).toEqual(["路灯也不亮"]);
  const [bubble] = await changedMessages(lin.scope, { ...changes, messageIds: [messageId] });
  expect(bubble).toMatchObject({ accountId, threadId, questionId, nature: "content" });
});
