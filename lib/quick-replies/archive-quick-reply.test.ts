import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { at, stranger, told } from "@/lib/questions/testing";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { archiveQuickReply } from "./archive-quick-reply";
import { saveQuickReply } from "./save-quick-reply";
import { expectTitles, words } from "./testing";

test("an archived one is in nobody's list and cannot be changed or archived again; its versions stay", async () => {
  const { lin, he } = await town();
  const { id: quickReplyId } = await saveQuickReply(words({ shared: true }), he, at(1));
  await archiveQuickReply({ quickReplyId }, he, at(5));
  await expectTitles(lin, []);
  await expect(archiveQuickReply({ quickReplyId }, he)).rejects.toMatchObject({ code: "quickReplyNotFound" });
  const seen = { quickReplyId, version: 1 };
  await expect(saveQuickReply(words({ seen, shared: true }), he)).rejects.toMatchObject({ code: "quickReplyNotFound" });
  expect(await db.quickReplyVersion.count()).toBe(1);
  expect(await told("quickReply.archived")).toEqual([{ at: at(5), questionId: null, officerId: he.id, facts: { quickReplyId } }]);
});

test("others' are archived with the permission to share only, personal ones by their owner only", async () => {
  const { accountId, lin, zhao, he, admin } = await town();
  const shared = await saveQuickReply(words({ shared: true, accountId }), he);
  const own = await saveQuickReply(words({ title: "我的" }), zhao);
  await expect(archiveQuickReply({ quickReplyId: shared.id }, lin)).rejects.toMatchObject({ code: "notAllowed" });
  await expect(archiveQuickReply({ quickReplyId: shared.id }, stranger(admin))).rejects.toMatchObject({ code: "quickReplyNotFound" });
  await expect(archiveQuickReply({ quickReplyId: own.id }, admin)).rejects.toMatchObject({ code: "quickReplyNotFound" });
  await archiveQuickReply({ quickReplyId: shared.id }, admin);
  await archiveQuickReply({ quickReplyId: own.id }, zhao);
  await expectTitles(zhao, []);
});
