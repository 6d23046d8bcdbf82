import { v7 as uuid } from "uuid";
import { expect, test } from "vitest";
import { at, eight, stranger, told } from "@/lib/questions/testing";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { discardDraft } from "./discard-draft";
import { readDraft } from "./queries";
import { saveDraft } from "./save-draft";

const words = { kind: "answer" as const, text: "已联系", unit: "", promisedAt: "", seen: { version: 1, seq: "1" }, hasOneUnderway: false };

test("one's own draft is thrown away once, and only as it was seen", async () => {
  const { lin, zhao, hears } = await town();
  const { threadId } = await hears("o-xing", "出口堵了", eight);
  const begun = await saveDraft({ ...words, threadId, replyId: uuid(), revision: 0 }, lin, at(5));
  const on = { threadId, revision: begun?.revision ?? 0 };
  await expect(discardDraft({ ...on, revision: on.revision + 1 }, lin)).rejects.toMatchObject({ code: "draftMoved" });
  await discardDraft(on, zhao);
  await discardDraft(on, stranger(lin));
  expect((await readDraft(lin, threadId)).saved?.text).toBe("已联系");
  await discardDraft(on, lin, at(7));
  await discardDraft(on, lin, at(8));
  expect((await readDraft(lin, threadId)).saved).toBeNull();
  expect(await told("draft.discarded")).toEqual([{ at: at(7), questionId: null, officerId: lin.id, facts: null }]);
});
