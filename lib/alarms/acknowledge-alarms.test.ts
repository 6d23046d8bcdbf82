import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { stranger } from "@/lib/questions/testing";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { acknowledgeAlarms } from "./acknowledge-alarms";
import { endAlarms } from "./end-alarms";
import { alarms, at, eight, sweep } from "./testing";

test("by one whom it tells, once; not by another account's officer, and not by the shift for its supervisors", async () => {
  const { lin, zhao, he, hears } = await town();
  await hears("oOne00000000000000000001", "停水了", eight);
  await sweep(at(7));
  const [first] = await alarms();
  const alarmId = first?.id ?? "";
  await expect(acknowledgeAlarms({ alarmIds: [alarmId] }, stranger(lin), at(7.1))).rejects.toThrow("alarmNotOpen");
  await acknowledgeAlarms({ alarmIds: [alarmId] }, lin, at(7.2));
  await expect(acknowledgeAlarms({ alarmIds: [alarmId] }, zhao, at(7.3))).rejects.toThrow("alarmNotOpen");
  expect(await alarms()).toMatchObject([{ acknowledgedAt: at(7.2), acknowledgedById: lin.id, endedAt: null }]);

  await sweep(at(9));
  const [, second] = await alarms();
  await expect(acknowledgeAlarms({ alarmIds: [second?.id ?? ""] }, lin, at(9.1))).rejects.toThrow("alarmNotYours");
  expect((await alarms())[1]).toMatchObject({ acknowledgedAt: null });
  await acknowledgeAlarms({ alarmIds: [second?.id ?? ""] }, he, at(9.2));
  const told = await db.event.findMany({ where: { type: "alarm.acknowledged" }, orderBy: { id: "asc" } });
  expect(told.map(({ officerId, facts }) => [officerId, facts])).toEqual([
    [lin.id, { alarmId }],
    [he.id, { alarmId: second?.id }],
  ]);
  await endAlarms(at(9.3));
  await expect(acknowledgeAlarms({ alarmIds: [alarmId] }, lin, at(9.4))).rejects.toThrow("alarmNotOpen");
});

test("several at once leave an event each; what somebody was first with is passed over, and one that is not theirs holds back all", async () => {
  const { lin, he, hears } = await town();
  for (const openid of ["oOne00000000000000000001", "oTwo00000000000000000001", "oSix00000000000000000001"])
    await hears(openid, "停水了", eight);
  await sweep(at(7));
  const ids = (await alarms()).map(({ id }) => id);
  expect(ids).toHaveLength(3);
  await acknowledgeAlarms({ alarmIds: ids.slice(0, 1) }, lin, at(7.1));
  await acknowledgeAlarms({ alarmIds: ids }, he, at(7.2));
  expect((await alarms()).map(({ acknowledgedById }) => acknowledgedById)).toEqual([lin.id, he.id, he.id]);
  expect(await db.event.count({ where: { type: "alarm.acknowledged", officerId: he.id } })).toBe(2);
  await hears("oTen00000000000000000001", "停水了", at(7.3));
  await sweep(at(15));
  const open = (await alarms()).filter(({ acknowledgedAt }) => acknowledgedAt === null);
  expect(open.map(({ audiences }) => audiences.includes("shift"))).toContain(true);
  expect(open.map(({ audiences }) => audiences.includes("shift"))).toContain(false);
  await expect(acknowledgeAlarms({ alarmIds: open.map(({ id }) => id) }, lin, at(15.1))).rejects.toThrow("alarmNotYours");
  expect((await alarms()).filter(({ acknowledgedAt }) => acknowledgedAt === null)).toHaveLength(open.length);
});
