import { expect, test } from "vitest";
import { crowd } from "@/lib/clusters/testing";
import { db } from "@/lib/db";
import type { ActingOfficer } from "@/lib/officers/scope";
import { claimQuestion } from "@/lib/questions/claim-question";
import { releaseQuestion } from "@/lib/questions/release-question";
import { answered, question, told } from "@/lib/questions/testing";
import { after, MINUTE, SECOND } from "@/lib/time/rules";
import "@/prisma/testing";
import { dealQuestion } from "./deal-question";
import { setAssignment } from "./set-assignment";
import { signOff } from "./sign-off";
import { desk, hours } from "./testing";

const start = hours(0);
const at = (seconds: number) => after(start, seconds * SECOND);

/** Lin and Zhao are on duty, and whatever comes is dealt to them; He is not. */
async function dealing() {
  const cast = await desk();
  const { accountId, lin, zhao, he, comes, hears } = cast;
  await setAssignment({ accountId, assignment: "roundRobin" }, he, start);
  await comes(lin, start);
  await comes(zhao, start);
  const asks = async (openid: string, text = "出口堵了，谁来管", seconds = 0) => {
    const { questionId } = await hears(openid, text, at(seconds));
    await db.question.update({ where: { id: questionId ?? "" }, data: { groupedAt: at(seconds) } });
    return questionId ?? "";
  };
  const deals = async (seconds = 60) => {
    let sum = 0;
    for (let dealt = 1, turn = 0; dealt > 0; sum += dealt, turn++) dealt = await dealQuestion(accountId, after(at(seconds), turn));
    return sum;
  };
  const holds = (officer: ActingOfficer) => db.question.count({ where: { assignedToId: officer.id } });
  return { ...cast, asks, deals, holds };
}

test("evenly by load: who has more open gets none until the others have as many; ties go to whom nothing was dealt for longest", async () => {
  const { lin, zhao, he, asks, deals, holds } = await dealing();
  const own = [await asks("o-1"), await asks("o-2")];
  for (const questionId of own) await claimQuestion({ questionId }, lin, start);
  for (const name of ["3", "4", "5", "6", "7", "8"]) await asks(`o-${name}`, "路灯不亮，找谁修", 1);
  expect(await deals()).toBe(6);
  expect([await holds(lin), await holds(zhao), await holds(he)]).toEqual([4, 4, 0]);
  const order = (await told("question.dealt")).map(({ facts }) => (facts as { toId: string }).toId);
  expect(order).toEqual([zhao.id, zhao.id, lin.id, zhao.id, lin.id, zhao.id]);
  await answered(own[0] ?? "", lin, at(61));
  await asks("o-9", "路灯不亮", 62);
  await deals(63);
  expect(await question((await told("question.dealt")).at(-1)?.questionId ?? "")).toMatchObject({
    assignedToId: lin.id,
    assignedAt: at(63),
  });
});

test("the most urgent first, a danger before everything, at once even before it is grouped", async () => {
  const { accountId, asks, hears } = await dealing();
  const late = await asks("o-late", "出口堵了", -1_200);
  const { questionId: danger } = await hears("o-danger", "闻到煤气味", at(0));
  await dealQuestion(accountId, at(0));
  await dealQuestion(accountId, at(0));
  expect((await told("question.dealt")).map(({ questionId }) => questionId)).toEqual([danger, late]);
});

test("never what somebody holds, whoever takes or deals at the same time", async () => {
  const { accountId, lin, zhao, he, asks, holds } = await dealing();
  const ids = await Promise.all(Array.from({ length: 8 }, (_, index) => asks(`o-${index}`)));
  const claims = ids.slice(0, 4).map((questionId) => claimQuestion({ questionId }, he, at(5)));
  const deals = Array.from({ length: 12 }, () => dealQuestion(accountId, at(5)));
  const outcomes = await Promise.allSettled(claims);
  const dealt = (await Promise.all(deals)).reduce((sum, count) => sum + count, 0);
  const claimed = outcomes.filter(({ status }) => status === "fulfilled").length;
  expect(await holds(he)).toBe(claimed);
  const [byLin, byZhao] = [await holds(lin), await holds(zhao)];
  expect(byLin + byZhao).toBe(dealt);
  expect(Math.abs(byLin - byZhao)).toBeLessThanOrEqual(1);
  expect(new Set((await told("question.dealt")).map(({ questionId }) => questionId)).size).toBe(dealt);
});

test("a matter goes to one officer together, whoever comes to it later too, and counts once", async () => {
  const cast = await dealing();
  const { lin, zhao, deals, asks, holds } = cast;
  const { members, clusterId } = await crowd(cast, ["三号路停水了", "三号路没水", "三号路断水"], start);
  expect(await deals()).toBe(3);
  const holder = (await question(members[0]?.questionId ?? "")).assignedToId;
  expect(await db.question.count({ where: { clusterId, assignedToId: holder } })).toBe(3);
  const later = await asks("o-later", "三号路水停了", 90);
  await db.question.update({ where: { id: later }, data: { clusterId, joinedAt: at(91) } });
  for (const name of ["a", "b", "c"]) await asks(`o-${name}`, "路灯不亮", 95);
  await deals(100);
  expect((await question(later)).assignedToId).toBe(holder);
  expect([await holds(lin), await holds(zhao)].sort()).toEqual([2, 5]);
});

test("what an officer put back or put off is left to the officers", async () => {
  const { lin, asks, deals } = await dealing();
  const [back, off] = [await asks("o-back"), await asks("o-off")];
  await claimQuestion({ questionId: back }, lin, at(1));
  await releaseQuestion({ questionId: back }, lin, at(2));
  await db.question.update({ where: { id: off }, data: { snoozedUntil: at(300) } });
  expect(await deals(60)).toBe(0);
  expect(await deals(301)).toBe(1);
  expect((await question(back)).assignedToId).toBeNull();
});

test("nothing is dealt where nobody is on duty or the account does not want it; what is new waits to be grouped for three seconds", async () => {
  const { accountId, lin, zhao, he, asks, deals, hears } = await dealing();
  const { questionId } = await hears("o-new", "出口堵了", at(50));
  expect(await deals(52)).toBe(0);
  expect(await deals(53)).toBe(1);
  expect((await question(questionId)).assignedToId).not.toBeNull();
  await asks("o-other");
  await setAssignment({ accountId, assignment: "pull" }, he, at(60));
  expect(await deals()).toBe(0);
  await setAssignment({ accountId, assignment: "roundRobin" }, he, at(60));
  for (const officer of [lin, zhao]) await signOff({ accountId }, officer, after(start, MINUTE));
  expect(await deals()).toBe(0);
});
