import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { stranger } from "@/lib/questions/testing";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { acknowledgeAlarm } from "./acknowledge-alarm";
import { endAlarms } from "./end-alarms";
import { alarms, at, eight, sweep } from "./testing";

test("by one whom it tells, once; not by another account's officer, and not by the shift for its supervisors", async () => {
  const { lin, zhao, he, hears } = await town();
  await hears("oOne00000000000000000001", "停水了", eight);
  await sweep(at(7));
  const [first] = await alarms();
  const alarmId = first?.id ?? "";
  await expect(acknowledgeAlarm({ alarmId }, stranger(lin), at(7.1))).rejects.toThrow("alarmNotOpen");
  await acknowledgeAlarm({ alarmId }, lin, at(7.2));
  await expect(acknowledgeAlarm({ alarmId }, zhao, at(7.3))).rejects.toThrow("alarmNotOpen");
  expect(await alarms()).toMatchObject([{ acknowledgedAt: at(7.2), acknowledgedById: lin.id, endedAt: null }]);

  await sweep(at(9));
  const [, second] = await alarms();
  await expect(acknowledgeAlarm({ alarmId: second?.id ?? "" }, lin, at(9.1))).rejects.toThrow("alarmNotYours");
  expect((await alarms())[1]).toMatchObject({ acknowledgedAt: null });
  await acknowledgeAlarm({ alarmId: second?.id ?? "" }, he, at(9.2));
  const told = await db.event.findMany({ where: { type: "alarm.acknowledged" }, orderBy: { id: "asc" } });
  expect(told.map(({ officerId, facts }) => [officerId, facts])).toEqual([
    [lin.id, { alarmId }],
    [he.id, { alarmId: second?.id }],
  ]);
  await endAlarms(at(9.3));
  await expect(acknowledgeAlarm({ alarmId }, lin, at(9.4))).rejects.toThrow("alarmNotOpen");
});
