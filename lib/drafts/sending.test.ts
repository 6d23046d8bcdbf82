import { v7 as uuid } from "uuid";
import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { at, eight } from "@/lib/questions/testing";
import { queueReply } from "@/lib/replies/queue-reply";
import { withdrawReply } from "@/lib/replies/withdraw-reply";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { readDraft } from "./queries";
import { saveDraft } from "./save-draft";

const words = { kind: "answer" as const, text: "请绕行", unit: "", promisedAt: "", seen: { version: 1, seq: "1" }, hasOneUnderway: false };

test("a reply takes its draft with it, and a save that comes late brings nothing back", async () => {
  const { lin, zhao, hears } = await town();
  const { threadId } = await hears("o-xing", "出口堵了", eight);
  const replyId = uuid();
  await saveDraft({ ...words, threadId, replyId, revision: 0 }, lin, at(4));
  await saveDraft({ ...words, threadId, replyId: uuid(), revision: 0 }, zhao, at(4));
  await queueReply({ kind: "answer", threadId, threadVersion: 1, text: "请绕行" }, lin, { replyId }, at(5));
  expect((await readDraft(lin, threadId)).saved).toBeNull();
  expect((await readDraft(zhao, threadId)).saved?.text).toBe("请绕行");
  expect(await saveDraft({ ...words, threadId, replyId, revision: 0 }, lin, at(6))).toBeNull();
  expect((await readDraft(lin, threadId)).saved).toBeNull();
});

test("sent and first saved in the same instant leaves no draft behind", async () => {
  const { lin, hears } = await town();
  const { threadId } = await hears("o-xing", "出口堵了", eight);
  const replyId = uuid();
  await Promise.all([
    saveDraft({ ...words, threadId, replyId, revision: 0 }, lin, at(5)),
    queueReply({ kind: "answer", threadId, threadVersion: 1, text: "请绕行" }, lin, { replyId }, at(5)),
  ]);
  expect((await readDraft(lin, threadId)).saved).toBeNull();
});

test("a draft begun since under another id stays when the reply goes", async () => {
  const { lin, hears } = await town();
  const { threadId } = await hears("o-xing", "出口堵了", eight);
  await saveDraft({ ...words, threadId, replyId: uuid(), revision: 0 }, lin, at(4));
  await queueReply({ kind: "answer", threadId, threadVersion: 1, text: "请绕行" }, lin, { replyId: uuid() }, at(5));
  expect((await readDraft(lin, threadId)).saved?.text).toBe("请绕行");
});

test("taken back, its words are the officer's draft again, unless something else was begun", async () => {
  const { accountId, lin, hears } = await town();
  await db.officialAccount.update({ where: { id: accountId }, data: { timeZone: "Europe/Berlin" } });
  const { threadId } = await hears("o-xing", "出口堵了", eight);
  const interim = { kind: "interim" as const, threadId, text: "已转", unit: "交警", promisedAt: new Date("2026-11-23T10:00:00Z") };
  const first = await queueReply({ ...interim, threadVersion: 1 }, lin, { replyId: uuid() }, at(5));
  const { draft } = await withdrawReply({ replyId: first.id }, lin, at(6));
  expect((await readDraft(lin, threadId)).saved).toEqual(draft);
  expect(draft).toMatchObject({ kind: "interim", text: "已转", unit: "交警", promised: "2026-11-23T11:00", seen: { version: 3 } });

  const second = await queueReply({ ...interim, threadVersion: 3 }, lin, { replyId: uuid() }, at(7));
  expect((await withdrawReply({ replyId: second.id }, lin, at(8))).draft).toBeNull();
  expect((await readDraft(lin, threadId)).saved).toEqual(draft);
});

test("what the resident said since is new to the draft that comes back", async () => {
  const { lin, hears } = await town();
  const { threadId } = await hears("o-xing", "出口堵了", eight);
  const { id } = await queueReply({ kind: "answer", threadId, threadVersion: 1, text: "请绕行" }, lin, { replyId: uuid() }, at(5));
  await hears("o-xing", "通了", at(6));
  const { threadVersion, draft } = await withdrawReply({ replyId: id }, lin, at(7));
  expect(draft?.seen.version).toBeLessThan(threadVersion);
});
