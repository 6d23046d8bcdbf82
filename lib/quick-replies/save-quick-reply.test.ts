import { expect, test } from "vitest";
import { saveAccount } from "@/lib/accounts/save-account";
import { db } from "@/lib/db";
import { at, stranger, told } from "@/lib/questions/testing";
import "@/prisma/testing";
import { TOWN_ACCOUNT, town } from "@/prisma/town";
import { listQuickReplies, quickReplyVersions } from "./queries";
import { MAX_QUICK_REPLIES } from "./rules";
import { saveQuickReply } from "./save-quick-reply";
import { saveQuickReplyInput } from "./schema";
import { expectTitles, words } from "./testing";

const refused = (code: string) => ({ code });

test("a personal one is its owner's alone, found by letters, and written down without its words", async () => {
  const { lin, he } = await town();
  const { id, version } = await saveQuickReply(words({ reviewOn: "2026-12-01" }), lin, at(5));
  expect(version).toBe(1);
  expect(await listQuickReplies(lin, at(6))).toEqual([
    {
      id,
      title: "停水公告",
      text: "{称呼}好，今晚八点来水。",
      initials: "tsgg",
      pinyin: "tingshuigonggao",
      shared: false,
      accountId: null,
      owner: { id: lin.id, name: "林" },
      version: 1,
      changedAt: at(5),
      reviewOn: "2026-12-01",
      reviewDue: false,
      mayChange: true,
      uses: 0,
      usesOfAll: 0,
      lastUsedAt: null,
    },
  ]);
  await expectTitles(he, []);
  expect(await quickReplyVersions(he, id)).toEqual([]);
  const seen = { quickReplyId: id, version };
  await expect(saveQuickReply(words({ seen }), he)).rejects.toMatchObject(refused("quickReplyNotFound"));
  const facts = { quickReplyId: id, version: 1, shared: false };
  expect(await told("quickReply.saved")).toEqual([{ at: at(5), questionId: null, officerId: lin.id, facts }]);
});

test("every saving is a version; of two at once one is refused and nothing of it is kept", async () => {
  const { lin, he, admin } = await town();
  const { id } = await saveQuickReply(words({ shared: true }), he, at(1));
  const seen = { quickReplyId: id, version: 1 };
  const outcomes = await Promise.allSettled([
    saveQuickReply(words({ seen, shared: true, text: "今晚九点来水" }), he, at(2)),
    saveQuickReply(words({ seen, shared: true, text: "今晚十点来水" }), admin, at(2)),
  ]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  const refusal = { code: "quickReplyChanged", facts: { version: 2 } };
  expect(outcomes.find(({ status }) => status === "rejected")).toMatchObject({ reason: refusal });
  const saved = outcomes[0]?.status === "fulfilled" ? { text: "今晚九点来水", by: he } : { text: "今晚十点来水", by: admin };
  expect(await quickReplyVersions(lin, id)).toMatchObject([
    { version: 2, text: saved.text, officer: { id: saved.by.id }, savedAt: at(2) },
    { version: 1, text: "{称呼}好，今晚八点来水。", officer: { id: he.id, name: "何" } },
  ]);
});

test("sharing needs the permission; one's own shared one may be changed without, others' may not", async () => {
  const { lin, zhao, he } = await town();
  await expect(saveQuickReply(words({ shared: true }), lin)).rejects.toMatchObject(refused("notAllowed"));
  const own = await saveQuickReply(words(), lin);
  const seen = { quickReplyId: own.id, version: 1 };
  await expect(saveQuickReply(words({ seen, shared: true }), lin)).rejects.toMatchObject(refused("notAllowed"));
  await db.quickReply.update({ where: { id: own.id }, data: { shared: true } });
  expect((await listQuickReplies(zhao))[0]?.mayChange).toBe(false);
  await expect(saveQuickReply(words({ seen, shared: true }), zhao)).rejects.toMatchObject(refused("notAllowed"));
  expect(await saveQuickReply(words({ seen, shared: true, title: "来水公告" }), lin)).toMatchObject({ version: 2 });
  const next = { quickReplyId: own.id, version: 2 };
  await expect(saveQuickReply(words({ seen: next, shared: false }), he)).rejects.toMatchObject(refused("notAllowed"));
  expect(await saveQuickReply(words({ seen: next, shared: true, title: "供水公告" }), he)).toMatchObject({ version: 3 });
  expect((await listQuickReplies(zhao))[0]).toMatchObject({ title: "供水公告", initials: "gsgg", owner: { id: lin.id } });
  await saveQuickReply(words({ seen: { ...next, version: 3 } }), lin);
  await expectTitles(he, []);
});

test("what was written before sharing, or between two times of it, stays the owner's", async () => {
  const { lin, he } = await town();
  const seen = (version: number) => ({ quickReplyId: id, version });
  const { id } = await saveQuickReply(words({ text: "只给自己看" }), he);
  await saveQuickReply(words({ seen: seen(1), shared: true, text: "给大家看" }), he);
  await saveQuickReply(words({ seen: seen(2), text: "又只给自己看" }), he);
  expect(await quickReplyVersions(lin, id)).toEqual([]);
  await saveQuickReply(words({ seen: seen(3), shared: true, text: "再给大家看" }), he);
  expect((await quickReplyVersions(lin, id)).map(({ text }) => text)).toEqual(["再给大家看", "给大家看"]);
  expect((await quickReplyVersions(he, id)).map(({ version, shared }) => ({ version, shared }))).toEqual([
    { version: 4, shared: true },
    { version: 3, shared: false },
    { version: 2, shared: true },
    { version: 1, shared: false },
  ]);
});

test("one account's texts are seen and kept within its scope only", async () => {
  const { accountId, lin, he } = await town();
  const { id } = await saveQuickReply(words({ shared: true, accountId }), he);
  await expectTitles(lin, ["停水公告"]);
  await expectTitles(stranger(lin), []);
  const seen = { quickReplyId: id, version: 1 };
  await expect(saveQuickReply(words({ shared: true, accountId }), stranger(he))).rejects.toMatchObject(refused("accountNotFound"));
  await expect(saveQuickReply(words({ seen, shared: true }), stranger(he))).rejects.toMatchObject(refused("quickReplyNotFound"));
});

test("an officer keeps so many and no more, not even by two savings at once", async () => {
  const { lin } = await town();
  const one = { ownerId: lin.id, shared: false, title: "甲", text: "甲", initials: "j", pinyin: "jia" };
  await db.quickReply.createMany({ data: Array.from({ length: MAX_QUICK_REPLIES - 1 }, () => one) });
  const outcomes = await Promise.allSettled([saveQuickReply(words(), lin), saveQuickReply(words(), lin)]);
  expect(outcomes.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "tooMany" } });
  expect(await db.quickReply.count()).toBe(MAX_QUICK_REPLIES);
});

test("a text with a variable that nobody can fill is not accepted", () => {
  const parse = (text: string) => saveQuickReplyInput.safeParse(words({ text })).success;
  expect(parse("{称呼}好，编号{编号}，{时间}")).toBe(true);
  for (const wrong of ["{姓名}好", "{}", "｛电话｝", "", "字\0", "字".repeat(2_001)]) expect(parse(wrong)).toBe(false);
  expect(saveQuickReplyInput.safeParse(words({ title: "两\n行" })).success).toBe(false);
  expect(saveQuickReplyInput.safeParse(words({ reviewOn: "2026-02-30" })).success).toBe(false);
});

test("what all accounts share is not for somebody who sees only some of them", async () => {
  const { he, accountId } = await town();
  await expectSaved(words({ shared: true, accountId: null }), he);
  await saveAccount({ ...TOWN_ACCOUNT, slug: "elsewhere", originalId: "gh_elsewhere", appId: "wxelsewhere", dangerWords: [] });
  await expect(saveQuickReply(words({ shared: true, accountId: null }), he)).rejects.toMatchObject(refused("notAllowed"));
  await expectSaved(words({ shared: true, accountId }), he);
  await expectSaved(words({ shared: false, accountId: null }), he);
});

async function expectSaved(input: Parameters<typeof saveQuickReply>[0], officer: Parameters<typeof saveQuickReply>[1]) {
  expect((await saveQuickReply(input, officer)).version).toBe(1);
}
