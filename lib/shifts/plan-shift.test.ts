import { v7 as uuid } from "uuid";
import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { stranger, told } from "@/lib/questions/testing";
import { after, HOUR, MINUTE } from "@/lib/time/rules";
import "@/prisma/testing";
import { planShift } from "./plan-shift";
import { planShiftInput } from "./schema";
import { desk, hours, shift, sunday } from "./testing";

test("a shift stands at the hours of the account's clock, over midnight and for weeks", async () => {
  const { accountId, lin, he, plans } = await desk();
  expect(await shift(await plans(lin, "08:00", "16:30"))).toMatchObject({ startsAt: hours(0), endsAt: hours(8.5), savedById: he.id });
  expect(await shift(await plans(lin, "22:00", "06:00"))).toMatchObject({ startsAt: hours(14), endsAt: hours(22) });
  expect(await shift(await plans(lin, "16:30", "22:00"))).toMatchObject({ endsAt: hours(14) });
  const { shiftIds } = await planShift(
    { accountId, officerId: lin.id, day: "2026-11-24", from: "16:00", to: "24:00", weeks: 3 },
    he,
    sunday,
  );
  const starts = (await db.shift.findMany({ where: { id: { in: shiftIds } }, orderBy: { startsAt: "asc" } })).map(
    ({ startsAt }) => startsAt,
  );
  expect(starts).toEqual([hours(32), hours(32 + 168), hours(32 + 336)]);
  expect((await told("shift.planned")).at(-1)).toEqual({
    ...{ at: sunday, questionId: null, officerId: he.id },
    facts: { toId: lin.id, shiftId: shiftIds[0], weeks: 3 },
  });
});

test("by the clock of the account's own zone, where summer time changes it", async () => {
  const { accountId, lin, he } = await desk();
  await db.officialAccount.update({ where: { id: accountId }, data: { timeZone: "Europe/Berlin" } });
  const night = { accountId, officerId: lin.id, day: "2027-03-27", from: "22:00", to: "06:00", weeks: 1 };
  const { shiftIds } = await planShift(night, he, sunday);
  const { startsAt, endsAt } = await shift(shiftIds[0] ?? "");
  expect([startsAt, endsAt]).toEqual([new Date("2027-03-27T21:00:00Z"), new Date("2027-03-28T04:00:00Z")]);
});

test("nobody is on two shifts at once, in any of the weeks; meeting is no overlap; a colleague may be", async () => {
  const { lin, zhao, plans } = await desk();
  await plans(lin, "08:00", "16:00", { day: "2026-11-30" });
  await expect(plans(lin, "15:59", "20:00", { weeks: 2 })).rejects.toMatchObject({ code: "shiftOverlaps", facts: { name: lin.name } });
  expect(await db.shift.count()).toBe(1);
  await plans(lin, "16:00", "20:00", { weeks: 2 });
  await plans(zhao, "15:59", "20:00", { weeks: 2 });
});

test("of six who plan the same hours at once one does", async () => {
  const { lin, plans } = await desk();
  const outcomes = await Promise.allSettled(
    ["08:00", "09:00", "10:00", "11:00", "12:00", "13:00"].map((from) => plans(lin, from, "14:00")),
  );
  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(await db.shift.count()).toBe(1);
});

test("refused: what is over, who does not work there, an account out of reach, hours that are none", async () => {
  const { accountId, lin, zhao, he } = await desk();
  const input = { accountId, officerId: lin.id, day: "2026-11-23", from: "08:00", to: "16:00", weeks: 1 };
  await expect(planShift(input, he, hours(8))).rejects.toMatchObject({ code: "shiftPast" });
  const last = { ...input, day: "2028-11-18" };
  for (const far of [
    { ...last, weeks: 2 },
    { ...last, day: "2062-11-23" },
  ])
    await expect(planShift(far, he, sunday)).rejects.toMatchObject({ code: "shiftTooFar" });
  await db.shift.deleteMany({ where: { id: { in: (await planShift(last, he, sunday)).shiftIds } } });
  await expect(planShift({ ...input, officerId: uuid() }, he, sunday)).rejects.toMatchObject({ code: "officerNotFound" });
  await db.officer.update({ where: { id: zhao.id }, data: { deactivatedAt: sunday } });
  await expect(planShift({ ...input, officerId: zhao.id }, he, sunday)).rejects.toMatchObject({ code: "officerNotFound" });
  await expect(planShift(input, stranger(he), sunday)).rejects.toMatchObject({ code: "accountNotFound" });
  await planShift(input, he, after(hours(8), -MINUTE));
  for (const wrong of [
    { from: "09:00", to: "09:00" },
    { from: "24:00" },
    { to: "24:30" },
    { day: "2026-02-30" },
    { weeks: 0 },
    { weeks: 14 },
  ])
    expect(planShiftInput.safeParse({ ...input, ...wrong }).success).toBe(false);
  expect((await db.shift.findFirstOrThrow()).endsAt).toEqual(after(hours(0), 8 * HOUR));
});
