import { expect, test } from "vitest";
import { currentSnapshot, eventsSince } from "@/lib/events/feed";
import { closeQuestion } from "@/lib/questions/close-question";
import { numberOf } from "@/lib/questions/rules";
import { stranger } from "@/lib/questions/testing";
import { signOn } from "@/lib/shifts/sign-on";
import { changesOf, within } from "@/lib/web/live-changes";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { acknowledgeAlarms } from "./acknowledge-alarms";
import { endAlarms } from "./end-alarms";
import { alarmsById, openAlarms } from "./queries";
import { calls } from "./rules";
import { alarms, at, crowd, eight, sweep } from "./testing";

/** Two who ask the same and one who does not, at eight. */
async function waiting() {
  const desk = await town();
  const ids: string[] = [];
  for (const openid of ["oOne00000000000000000001", "oTwo00000000000000000001", "oSix00000000000000000001"]) {
    ids.push((await desk.hears(openid, "停水了", eight)).questionId ?? "");
  }
  await crowd(desk.accountId, ids.slice(0, 2));
  return { ...desk, ids };
}

test("the shift sees every alarm of its questions, whoever is above it what has come up to them, a stranger nothing", async () => {
  const { lin, he, admin, ids } = await waiting();
  const seen = async () => Promise.all([lin, he, admin, stranger(lin)].map(async (officer) => (await openAlarms(officer)).length));
  await sweep(at(7));
  expect(await seen()).toEqual([2, 0, 0, 0]);
  await sweep(at(9));
  expect(await seen()).toEqual([2, 2, 0, 0]);
  const [group] = (await openAlarms(he)).filter(({ count }) => count === 2);
  const alone = (await openAlarms(lin)).find(({ count }) => count === 1);
  expect(alone).toMatchObject({ title: "停水了", number: numberOf({ id: ids[2] ?? "", openedAt: eight, openedZone: "Asia/Shanghai" }) });
  expect(group).toMatchObject({
    kind: "dueSoon",
    title: "三号路·停水",
    questionKind: "inquiry",
    owedAt: at(10),
    openedAt: eight,
    acknowledgedBy: null,
  });
  await acknowledgeAlarms({ alarmIds: [group?.id ?? ""] }, he, at(9.1));
  expect((await openAlarms(lin)).find(({ id }) => id === group?.id)).toMatchObject({ acknowledgedBy: "何" });
  // Gone with the answer, before any worker has looked.
  for (const questionId of ids.slice(0, 2)) await closeQuestion({ questionId, reason: "repeated" }, lin, at(9.2));
  expect(await seen()).toEqual([1, 1, 0, 0]);
});

test("every screen of the account hears of each alarm as it is raised, acknowledged and ended, and of nothing else by it", async () => {
  const { lin, ids } = await waiting();
  const since = await currentSnapshot();
  await sweep(at(7));
  const told = await changesOf((await eventsSince(since, 100)).events, lin.scope);
  expect(told.alarms.map(({ count, endedAt }) => [count, endedAt]).sort()).toEqual([
    [1, null],
    [2, null],
  ]);
  expect(told).toMatchObject({ questions: [], threads: [], messages: [], clusters: [] });
  expect(within(told, stranger(lin).scope).alarms).toEqual([]);
  const later = await currentSnapshot();
  await closeQuestion({ questionId: ids[2] ?? "", reason: "repeated" }, lin, at(8));
  await endAlarms(at(8));
  expect((await changesOf((await eventsSince(later, 100)).events, lin.scope)).alarms).toMatchObject([{ count: 0, endedAt: at(8) }]);
  expect(
    await alarmsById(
      stranger(lin).scope,
      (await alarms()).map(({ id }) => id),
    ),
  ).toEqual([]);
});

test("the shift that an alarm calls are those signed on, a supervisor too; while nobody is, every officer", async () => {
  const { lin, he, accountId } = await waiting();
  await sweep(at(7));
  const called = async () => {
    const [alarm] = await alarmsById(lin.scope, [(await alarms())[0]?.id ?? ""]);
    return [lin, he].map((officer) => alarm !== undefined && calls(alarm, officer));
  };
  expect(await called()).toEqual([true, false]);
  expect(await openAlarms(he)).toEqual([]);
  await signOn({ accountId, byChoice: true }, he);
  expect(await called()).toEqual([false, true]);
  expect(await openAlarms(he)).toHaveLength(2);
  await signOn({ accountId, byChoice: true }, lin);
  expect(await called()).toEqual([true, true]);
});
