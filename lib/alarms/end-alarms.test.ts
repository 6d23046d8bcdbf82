import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { closeQuestion } from "@/lib/questions/close-question";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { endAlarms } from "./end-alarms";
import { alarms, at, crowd, eight, sweep } from "./testing";

test("ends when nobody in it waits any more, once, whoever looks", async () => {
  const { accountId, lin, hears } = await town();
  const ids: string[] = [];
  for (const openid of ["oOne00000000000000000001", "oTwo00000000000000000001"])
    ids.push((await hears(openid, "停水了", eight)).questionId ?? "");
  await crowd(accountId, ids);
  await sweep(at(7));
  const [one = "", other = ""] = ids;
  await closeQuestion({ questionId: one, reason: "repeated" }, lin, at(8));
  expect(await endAlarms(at(8))).toBe(0);
  await closeQuestion({ questionId: other, reason: "repeated" }, lin, at(8.5));
  const counts = await Promise.all([endAlarms(at(8.6)), endAlarms(at(8.6))]);
  expect(counts.toSorted()).toEqual([0, 1]);
  expect(await alarms()).toMatchObject([{ count: 2, endedAt: at(8.6) }]);
  expect(await db.event.count({ where: { type: "alarm.ended" } })).toBe(1);
});

test("a question that goes on to the next step leaves the last one's alarm", async () => {
  const { hears } = await town();
  await hears("oOne00000000000000000001", "停水了", eight);
  await sweep(at(7));
  await sweep(at(9));
  await endAlarms(at(9));
  expect((await alarms()).map(({ step, endedAt }) => [step, endedAt])).toEqual([
    [0, at(9)],
    [1, null],
  ]);
});
