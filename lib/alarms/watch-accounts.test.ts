import { v7 as uuid } from "uuid";
import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { DEFAULT_CALENDAR } from "@/lib/sla/calendar";
import { after, DAY, HOUR } from "@/lib/time/rules";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { saveChannel } from "./save-channel";
import { alarms, at, channelOf, eight, policy } from "./testing";
import { watchAccounts } from "./watch-accounts";

const SILENCE = { silence: { minutes: 20, usual: 12 }, nobodyOnDutyMinutes: null };

/** So many messages in this hour of the week in each of the last four weeks. */
async function usual(accountId: string, received: number) {
  const hours = [1, 2, 3, 4].map((week) => after(eight, -7 * week * DAY));
  await db.intakeHour.createMany({ data: hours.map((hour) => ({ accountId, hour, received, lastAt: hour })) });
}

test("silence where messages are usual, from the minute the policy says, once, until one comes", async () => {
  const { accountId, he, hears } = await town();
  await policy(accountId, he.id, SILENCE);
  await saveChannel(channelOf(accountId), he, eight);
  await usual(accountId, 15);
  await hears("oOne00000000000000000001", "停水了", at(10));
  for (const minutes of [15, 29.9]) await watchAccounts(at(minutes));
  expect(await db.alarm.count()).toBe(0);
  await Promise.all([watchAccounts(at(30)), watchAccounts(at(30))]);
  await watchAccounts(at(40));
  expect(await alarms()).toMatchObject([{ kind: "silence", since: at(10), usual: 15, endedAt: null }]);
  expect(await db.alarmDelivery.count()).toBe(1);
  // The next hour is a quiet one as a rule: that makes nobody's silence right.
  await watchAccounts(at(70));
  await hears("oOne00000000000000000001", "还没来水", at(71));
  await watchAccounts(at(71.2));
  expect(await alarms()).toMatchObject([{ kind: "silence", endedAt: at(71.2) }]);
  const types = (await db.event.findMany({ where: { type: { startsWith: "alarm." } }, orderBy: { id: "asc" } })).map(({ type }) => type);
  expect(types).toEqual(["alarm.raised", "alarm.ended"]);
});

test("no silence where few write at that hour, and none where the policy asks for none", async () => {
  const { accountId, he, hears } = await town();
  await usual(accountId, 11);
  await hears("oOne00000000000000000001", "停水了", eight);
  await policy(accountId, he.id, SILENCE);
  await watchAccounts(at(50));
  await db.intakeHour.updateMany({ data: { received: 100 } });
  await policy(accountId, he.id, { silence: null, nobodyOnDutyMinutes: null }, -30);
  await watchAccounts(at(51));
  expect(await db.alarm.count()).toBe(0);
});

test("messages are counted by the hour, each once, whoever counts", async () => {
  const { accountId, hears } = await town();
  for (const minutes of [1, 2, 58, 61, 62]) await hears(`oMany0000000000000000000${minutes}`, "停水了", at(minutes));
  for (const minutes of [3, 61, 62.5, 63, 70]) await Promise.all([watchAccounts(at(minutes)), watchAccounts(at(minutes))]);
  const hours = await db.intakeHour.findMany({ where: { accountId }, orderBy: { hour: "asc" } });
  expect(hours.map(({ hour, received, lastAt }) => [hour, received, lastAt])).toEqual([
    [eight, 3, at(58)],
    [at(60), 2, at(62)],
  ]);
});

test("nobody signed on in duty hours is an alarm, until somebody is or duty ends; outside them it is none", async () => {
  const { accountId, he, lin } = await town();
  await policy(accountId, he.id, { silence: null, nobodyOnDutyMinutes: 5 });
  // Eight o'clock of the tests is Monday, eight in Beijing.
  const week = DEFAULT_CALENDAR.week.map(() => [{ from: "08:00", to: "12:00" }]);
  await db.workCalendar.create({
    data: { accountId, officerId: he.id, effectiveFrom: at(-9_999), savedAt: at(-9_999), calendar: { week, days: [] } },
  });
  const shift = {
    accountId,
    officerId: lin.id,
    startsAt: after(eight, -HOUR),
    endsAt: after(eight, 8 * HOUR),
    savedAt: at(-99),
    savedById: he.id,
  };
  await db.shift.create({ data: { id: uuid(), ...shift } });
  for (const minutes of [-1, 0, 4.9]) await watchAccounts(at(minutes));
  expect(await db.alarm.count()).toBe(0);
  await watchAccounts(at(5));
  await watchAccounts(at(6));
  expect(await alarms()).toMatchObject([
    { kind: "nobodyOnDuty", since: eight, endedAt: null, audiences: ["shift", "supervisors", "admins"] },
  ]);
  const { id } = await db.dutySpell.create({ data: { accountId, officerId: lin.id, signedOnAt: at(7) } });
  await watchAccounts(at(7.1));
  expect(await alarms()).toMatchObject([{ endedAt: at(7.1) }]);
  await db.dutySpell.update({ where: { id }, data: { signedOffAt: at(200) } });
  await watchAccounts(at(206));
  expect(await db.alarm.count({ where: { endedAt: null } })).toBe(1);
  await watchAccounts(at(240));
  expect(await db.alarm.count({ where: { endedAt: null } })).toBe(0);
  expect(await db.alarm.count()).toBe(2);
});
