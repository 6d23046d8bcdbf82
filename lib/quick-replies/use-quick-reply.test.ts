import { expect, test } from "vitest";
import { at, stranger, told } from "@/lib/questions/testing";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { listQuickReplies } from "./queries";
import { saveQuickReply } from "./save-quick-reply";
import { expectTitles, words } from "./testing";
import { useQuickReply } from "./use-quick-reply";

test("every use counts, even at once, for the officer and for all; the most used stand first, then the latest used", async () => {
  const { lin, zhao, he } = await town();
  const [water, power, gas] = await Promise.all(
    ["停水", "停电", "停气"].map((title) => saveQuickReply(words({ title, shared: true }), he).then(({ id }) => id)),
  );
  const use = (quickReplyId = "", officer = lin, seconds = 1) => useQuickReply({ quickReplyId }, officer, at(seconds));
  await Promise.all([use(power), use(power, lin, 9), use(power, lin, 5), use(power, zhao)]);
  await use(gas, lin, 20);
  await use(water, lin, 30);
  expect(await listQuickReplies(lin)).toMatchObject([
    { title: "停电", uses: 3, usesOfAll: 4, lastUsedAt: at(9) },
    { title: "停水", uses: 1, usesOfAll: 1 },
    { title: "停气", uses: 1, usesOfAll: 1 },
  ]);
  expect((await listQuickReplies(zhao))[0]).toMatchObject({ title: "停电", uses: 1, usesOfAll: 4 });
  expect((await told("quickReply.used")).filter(({ officerId }) => officerId === zhao.id)).toEqual([
    { at: at(1), questionId: null, officerId: zhao.id, facts: { quickReplyId: power, version: 1 } },
  ]);
});

test("what an officer does not see cannot be used", async () => {
  const { accountId, lin, zhao, he } = await town();
  const own = await saveQuickReply(words(), zhao);
  const local = await saveQuickReply(words({ shared: true, accountId }), he);
  await expect(useQuickReply({ quickReplyId: own.id }, lin)).rejects.toMatchObject({ code: "quickReplyNotFound" });
  await expect(useQuickReply({ quickReplyId: local.id }, stranger(lin))).rejects.toMatchObject({ code: "quickReplyNotFound" });
});

test("one's own that wait to be reviewed stand first, and are marked for everybody", async () => {
  const { lin, he } = await town();
  const { id } = await saveQuickReply(words({ title: "常用", shared: true }), he);
  await saveQuickReply(words({ title: "过期", shared: true, reviewOn: "2026-11-22" }), he);
  await useQuickReply({ quickReplyId: id }, he);
  await useQuickReply({ quickReplyId: id }, lin);
  await expectTitles(he, ["过期", "常用"], at(0));
  await expectTitles(lin, ["常用", "过期"], at(0));
  expect((await listQuickReplies(lin, at(0))).map(({ reviewDue }) => reviewDue)).toEqual([false, true]);
});
