import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { stranger, told } from "@/lib/questions/testing";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { listSatisfaction } from "./queries";
import { DEFAULT_SATISFACTION } from "./rules";
import { saveSatisfaction } from "./save-satisfaction";
import { satisfactionInput } from "./schema";
import { at } from "./testing";

test("off until somebody switches it on; who approved the words stands beside them", async () => {
  const { accountId, he } = await town();
  expect(await listSatisfaction(he.scope)).toMatchObject([{ isOn: false, approved: null, delayMinutes: 30 }]);
  await saveSatisfaction({ ...DEFAULT_SATISFACTION, accountId, isOn: true, seenAt: null }, he, at(0));
  await saveSatisfaction({ ...DEFAULT_SATISFACTION, accountId, isOn: true, delayMinutes: 5, seenAt: at(0) }, he, at(9));
  expect(await listSatisfaction(he.scope)).toMatchObject([{ isOn: true, delayMinutes: 5, approved: { by: he.name, at: at(9) } }]);
  expect((await db.satisfaction.findFirstOrThrow()).onSince).toEqual(at(0));
  expect((await told("satisfaction.saved")).map(({ facts }) => facts)).toMatchObject([{ isOn: true }, { isOn: true, delayMinutes: 5 }]);
});

test("refused when a colleague was quicker, and for another's account", async () => {
  const { accountId, he, admin } = await town();
  const input = { ...DEFAULT_SATISFACTION, accountId, isOn: true, seenAt: null };
  const tries = await Promise.allSettled([saveSatisfaction(input, he, at(0)), saveSatisfaction(input, admin, at(0))]);
  expect(tries.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  await expect(saveSatisfaction({ ...input, seenAt: at(-1) }, he, at(1))).rejects.toMatchObject({ code: "satisfactionChanged" });
  await expect(saveSatisfaction({ ...input, seenAt: at(0) }, stranger(he), at(1))).rejects.toMatchObject({ code: "accountNotFound" });
  expect(await listSatisfaction(stranger(he).scope)).toEqual([]);
});

test.each([
  ["an empty text", { askText: " 〔自动回复〕 " }],
  ["a text that hides the machine", { thanksText: "谢谢您" }],
  ["a text longer than a message", { notSolvedText: `${"长".repeat(500)}〔自动回复〕` }],
  ["a day and a minute", { delayMinutes: 1_441 }],
  ["less than nothing", { delayMinutes: -1 }],
  ["NUL", { askText: "好吗\0〔自动回复〕" }],
])("%s is no setting", (_, wrong) => {
  const input = { ...DEFAULT_SATISFACTION, accountId: "0190a0a0-0000-7000-8000-000000000000", isOn: true, seenAt: null };
  expect(satisfactionInput.safeParse(input).success).toBe(true);
  expect(satisfactionInput.safeParse({ ...input, ...wrong }).success).toBe(false);
});
