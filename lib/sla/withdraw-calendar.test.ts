import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { scopeOf } from "@/lib/officers/scope";
import { now } from "@/lib/time/clock";
import { after, HOUR, SECOND } from "@/lib/time/rules";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { saveCalendar } from "./save-calendar";
import { officeHours } from "./testing/terms";
import { withdrawCalendar } from "./withdraw-calendar";

test("a planned one is taken away, once, and by nobody of another account; one that goes stays", async () => {
  const { accountId, he, admin } = await town();
  const at = now();
  const goes = await saveCalendar({ accountId, effectiveFrom: null, seen: null, calendar: officeHours }, he, at);
  const effectiveFrom = after(at, HOUR);
  const planned = await saveCalendar({ accountId, effectiveFrom, seen: goes.id, calendar: officeHours }, he, after(at, 1));
  const refused = { code: "limitsNotWithdrawable" };
  const withdraw = (calendarId: string, officer = admin, then = after(at, 2)) => withdrawCalendar({ calendarId }, officer, then);
  await expect(withdraw(goes.id)).rejects.toMatchObject(refused);
  await expect(withdraw(planned.id, { ...admin, scope: scopeOf([]) })).rejects.toMatchObject(refused);
  await expect(withdraw(planned.id, admin, after(effectiveFrom, -10 * SECOND))).rejects.toMatchObject(refused);
  const outcomes = await Promise.allSettled([withdraw(planned.id, he), withdraw(planned.id)]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(await db.workCalendar.findMany()).toMatchObject([{ id: goes.id }]);
  expect(await db.event.findMany({ where: { type: "calendar.withdrawn" } })).toMatchObject([
    { accountId, facts: { calendarId: planned.id } },
  ]);
});
