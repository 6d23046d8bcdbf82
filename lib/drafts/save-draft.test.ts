import { v7 as uuid } from "uuid";
import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { at, eight, stranger, told } from "@/lib/questions/testing";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { draftedThreads, readDraft } from "./queries";
import { saveDraft } from "./save-draft";
import type { SaveDraft } from "./schema";
import { saveDraftInput } from "./schema";

const writing = (threadId: string, text: string, more: Partial<SaveDraft> = {}): SaveDraft => ({
  threadId,
  kind: "answer",
  text,
  unit: "",
  promisedAt: "",
  seen: { version: 1, seq: "1" },
  replyId: uuid(),
  revision: 0,
  hasOneUnderway: false,
  ...more,
});

test("a draft is the officer's own, kept word for word, and leaves one event however often it is saved", async () => {
  const { lin, zhao, hears } = await town();
  const { threadId } = await hears("o-xing", "出口堵了", eight);
  const first = writing(threadId, "已联", { kind: "interim", unit: "交警", promisedAt: "2026-11-23T18:00" });
  const saved = await saveDraft(first, lin, at(5));
  await saveDraft({ ...first, text: "已联系交警", revision: saved?.revision ?? 0 }, lin, at(6));
  expect((await readDraft(lin, threadId)).saved).toMatchObject({
    text: "已联系交警",
    kind: "interim",
    unit: "交警",
    promised: "2026-11-23T18:00",
    seen: { version: 1, seq: "1" },
    replyId: first.replyId,
    savedAt: at(6),
  });
  expect(await draftedThreads(lin)).toEqual([threadId]);
  expect((await readDraft(zhao, threadId)).saved).toBeNull();
  expect(await told("draft.begun")).toEqual([{ at: at(5), questionId: null, officerId: lin.id, facts: null }]);
});

test("of two places that write on the same revision one is refused and the other's words stay", async () => {
  const { lin, hears } = await town();
  const { threadId } = await hears("o-xing", "出口堵了", eight);
  const begun = await saveDraft(writing(threadId, "已联系"), lin, at(5));
  const on = { revision: begun?.revision ?? 0 };
  const outcomes = await Promise.allSettled([
    saveDraft(writing(threadId, "已联系交警", on), lin, at(6)),
    saveDraft(writing(threadId, "已联系路政", on), lin, at(6)),
  ]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(outcomes.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "draftMoved" } });
  const words = outcomes[0]?.status === "fulfilled" ? "已联系交警" : "已联系路政";
  expect((await readDraft(lin, threadId)).saved?.text).toBe(words);
});

test("begun in two places at once, one is refused", async () => {
  const { lin, hears } = await town();
  const { threadId } = await hears("o-xing", "出口堵了", eight);
  const outcomes = await Promise.allSettled(["甲", "乙"].map((text) => saveDraft(writing(threadId, text), lin, at(5))));
  expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(await told("draft.begun")).toHaveLength(1);
});

test("the same save again is the same save; the last words of a tab that goes arrive beside a save that is underway", async () => {
  const { lin, hears } = await town();
  const { threadId } = await hears("o-xing", "出口堵了", eight);
  const first = writing(threadId, "已");
  const begun = await saveDraft(first, lin, at(5));
  expect(await saveDraft(first, lin, at(5))).toMatchObject({ text: "已" });
  await saveDraft({ ...first, text: "已联", hasOneUnderway: true }, lin, at(6));
  const second = await readDraft(lin, threadId);
  const on = { ...first, revision: second.saved?.revision ?? 0 };
  expect(on.revision).toBeGreaterThan(begun?.revision ?? 0);
  await saveDraft({ ...on, text: "已联系" }, lin, at(7));
  await saveDraft({ ...on, text: "已联系交警", hasOneUnderway: true }, lin, at(7));
  expect((await readDraft(lin, threadId)).saved?.text).toBe("已联系交警");
  await expect(saveDraft({ ...on, text: "已联系路政", hasOneUnderway: true }, lin, at(8))).rejects.toMatchObject({ code: "draftMoved" });
});

test("what was discarded or sent elsewhere is not written on; nor is another account's thread", async () => {
  const { lin, hears } = await town();
  const { threadId } = await hears("o-xing", "出口堵了", eight);
  const begun = await saveDraft(writing(threadId, "已联系"), lin, at(5));
  await db.draft.deleteMany();
  const on = writing(threadId, "已联系交警", { revision: begun?.revision ?? 0 });
  await expect(saveDraft(on, lin, at(6))).rejects.toMatchObject({ code: "draftMoved" });
  await expect(saveDraft({ ...on, revision: 0 }, stranger(lin), at(6))).rejects.toMatchObject({ code: "threadNotFound" });
  expect((await readDraft(stranger(lin), threadId)).saved).toBeNull();
  expect(await db.draft.count()).toBe(0);
});

test("of signs that the database does not take the words are kept all the same", async () => {
  const { lin, hears } = await town();
  const { threadId } = await hears("o-xing", "出口堵了", eight);
  const input = saveDraftInput.parse(writing(threadId, "已\0联系\ud83d"));
  expect(await saveDraft(input, lin, at(5))).toMatchObject({ text: "已联系\ufffd" });
});
