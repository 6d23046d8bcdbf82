import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { at, stranger } from "@/lib/questions/testing";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { followAsks } from "./asks";
import { readStandingNumbers } from "./numbers";
import { DEFAULT_STANDING_SETTINGS } from "./queries";
import { saveSettings } from "./save-settings";
import { anyOf, plant } from "./testing";

const none = { asked: 0, over: 0, zero: 0, question: 0 };
const PERIOD = { from: at(0), until: at(86_400) };

async function follow() {
  for (let isBehind = true; isBehind; ) isBehind = (await followAsks()).behind;
}

/** Weather under 2 and by a rule, the hotline under 4; the town's own words for the residents. */
async function desk() {
  const made = await town();
  const rule = anyOf("天气", "气温");
  const weatherId = await plant(made.accountId, made.lin, { name: "天气预报", number: 2, rules: [rule] }, at(-60));
  const idle = anyOf("热线");
  await plant(made.accountId, made.lin, { name: "热线电话", number: 4, rules: [idle] }, at(-60));
  const numbers = (second: number) => readStandingNumbers(made.lin.scope, made.accountId, PERIOD, at(second));
  return { ...made, rule, idle, weatherId, numbers };
}

test("each answer and rule counts once, with who asked for a person or opened a question within five minutes", async () => {
  const { hears, rule, idle, weatherId, numbers, accountId, he, admin } = await desk();
  await saveSettings({ ...DEFAULT_STANDING_SETTINGS, accountId, firstOn: true, seenAt: null }, he, at(-60));
  await hears("o-1", "2", at(0));
  await hears("o-2", "气温", at(0));
  await follow();
  await hears("o-2", "0", at(299));
  await hears("o-3", "天气", at(0));
  await hears("o-3", "三号路今天早上又停水了，什么时候来", at(300));
  await hears("o-4", "气温", at(0));
  await hears("o-4", "0", at(301));
  await hears("o-5", "菜单", at(0));
  await hears("o-6", "气温", at(250));
  await hears("o-6", "0", at(260));
  await follow();
  // Told again from the first message on.
  await db.standingAskCursor.update({ where: { id: 1 }, data: { epoch: "another" } });
  await follow();

  expect(await numbers(500)).toEqual({
    answers: [
      {
        ...{ id: weatherId, number: 2, name: "天气预报", asked: 5, over: 4, zero: 1, question: 1 },
        rules: [{ id: rule.id, rule, asked: 4, over: 3, zero: 1, question: 1 }],
      },
      { id: expect.any(String), number: 4, name: "热线电话", ...none, rules: [{ id: idle.id, rule: idle, ...none }] },
    ],
    beside: [
      { means: "person", asked: 3 },
      { means: "acknowledgement", asked: 1 },
      { means: "menu", asked: 1 },
    ],
    unanswered: [],
  });
  expect((await numbers(550)).answers[0]).toMatchObject({ asked: 5, over: 5, zero: 2 });
  expect(await readStandingNumbers(stranger(admin).scope, accountId, PERIOD, at(500))).toEqual({ answers: [], beside: [], unanswered: [] });
});

test("what was asked years ago is not looked at again whenever its resident asks", async () => {
  const { hears } = await desk();
  await hears("o-1", "2", at(0));
  await hears("o-1", "2", at(1_000));
  await follow();
  // It would be put right if it were looked at.
  await db.standingAsk.updateMany({ where: { at: at(0) }, data: { notHelped: "zero" } });
  await hears("o-1", "2", at(1_250));
  await hears("o-1", "三号路今天早上又停水了，什么时候来", at(1_300));
  await follow();
  const kept = await db.standingAsk.findMany({ select: { at: true, notHelped: true }, orderBy: { at: "asc" } });
  expect(kept).toEqual([
    { at: at(0), notHelped: "zero" },
    { at: at(1_000), notHelped: "question" },
    { at: at(1_250), notHelped: "question" },
  ]);
});

test("short words that opened questions of three residents are shown as they are compared; what was answered is not", async () => {
  const { hears, numbers } = await desk();
  for (const [index, text] of ["公积金", "公积金！", "公积金？？"].entries()) await hears(`o-${index}`, text, at(index));
  // Two residents, one of them twice; three who ask for a person; three long ones.
  for (const [index, openid] of ["o-a", "o-b", "o-a"].entries()) await hears(openid, "社保卡", at(index));
  for (const openid of ["o-c", "o-d", "o-e"]) await hears(openid, "人工", at(5));
  for (const openid of ["o-f", "o-g", "o-h"]) await hears(openid, "公积金怎么提取出来付房租呢", at(6));
  expect((await numbers(60)).unanswered).toEqual([{ words: "公积金", residents: 3 }]);
});
