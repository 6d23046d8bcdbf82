import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { scopeOf } from "@/lib/officers/scope";
import "@/prisma/testing";
import { TOWN_ACCOUNT, town } from "@/prisma/town";
import { listDangerLists } from "./queries";
import { saveAccount } from "./save-account";
import { saveDangerList } from "./save-danger-list";

const emergencyText = "请立即拨打119。〔自动回复〕";

async function began() {
  const cast = await town();
  const [list] = await listDangerLists(cast.he.scope);
  if (!list) throw new Error("no account");
  return { ...cast, seen: { words: list.dangerWords, emergencyText: list.emergencyText } };
}

test("the next message is measured by the new words and answered with the new text", async () => {
  const { accountId, he, seen, hears } = await began();
  await saveDangerList({ accountId, words: ["水管爆裂"], emergencyText, seen }, he);
  const burst = await hears("o-tan", "三号路水 管爆裂了");
  expect(burst.passiveReply).toBe(emergencyText);
  expect(await db.question.findFirst({ where: { threadId: burst.threadId } })).toMatchObject({ dangerWord: "水管爆裂" });
  const fire = await hears("o-du", "着火了");
  expect(await db.question.findFirst({ where: { threadId: fire.threadId } })).toMatchObject({ dangerWord: null });
  expect(await db.event.findMany({ where: { type: "account.dangerListSaved" } })).toMatchObject([
    { accountId, officerId: he.id, facts: { words: 1 } },
  ]);
});

test("on top of what a colleague has changed meanwhile it is refused, and the colleague's stays", async () => {
  const { accountId, he, admin, seen } = await began();
  await saveDangerList({ accountId, words: ["塌方"], emergencyText, seen }, he);
  const late = saveDangerList({ accountId, words: ["煤气"], emergencyText, seen }, admin);
  await expect(late).rejects.toMatchObject({ code: "dangerListChanged" });
  expect(await listDangerLists(he.scope)).toMatchObject([{ dangerWords: ["塌方"], emergencyText }]);
});

test("of two who save at once one is told", async () => {
  const { accountId, he, admin, seen } = await began();
  const outcomes = await Promise.allSettled([
    saveDangerList({ accountId, words: ["塌方"], emergencyText, seen }, he),
    saveDangerList({ accountId, words: ["煤气"], emergencyText, seen }, admin),
  ]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
});

test("an empty list is a list, and can be filled again", async () => {
  const { accountId, he, seen } = await began();
  await saveDangerList({ accountId, words: [], emergencyText, seen }, he);
  await saveDangerList({ accountId, words: ["煤气"], emergencyText, seen: { words: [], emergencyText } }, he);
  expect(await listDangerLists(he.scope)).toMatchObject([{ dangerWords: ["煤气"] }]);
});

test("another account's list is not there", async () => {
  const { he, seen } = await began();
  const other = await saveAccount({ ...TOWN_ACCOUNT, slug: "other", originalId: "gh_other", appId: "wxother", dangerWords: seen.words });
  const foreign = saveDangerList({ accountId: other, words: [], emergencyText, seen }, he);
  await expect(foreign).rejects.toMatchObject({ code: "accountNotFound" });
  expect(await listDangerLists(scopeOf([other]))).toMatchObject([{ dangerWords: seen.words }]);
});
