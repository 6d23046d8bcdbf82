import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { stranger, told } from "@/lib/questions/testing";
import "@/prisma/testing";
import { cancelShift } from "./cancel-shift";
import { copyWeek } from "./copy-week";
import { desk, hours, sunday } from "./testing";

const WEEK = 168;
const monday = "2026-11-30";

test("the week before is repeated at the same hours; what was cancelled or whoever left is not", async () => {
  const { accountId, lin, zhao, he, admin, plans } = await desk();
  await plans(lin, "08:00", "16:00");
  await plans(zhao, "22:00", "06:00", { day: "2026-11-29" });
  await cancelShift({ shiftId: await plans(he, "16:00", "22:00") }, he, sunday);
  await plans(admin, "16:00", "22:00");
  await db.officer.update({ where: { id: admin.id }, data: { deactivatedAt: sunday } });
  expect(await copyWeek({ accountId, monday }, he, sunday)).toEqual({ copied: 2 });
  const copied = await db.shift.findMany({ where: { startsAt: { gte: hours(WEEK - 8) } }, orderBy: { startsAt: "asc" } });
  expect(copied.map(({ officerId, startsAt, endsAt }) => [officerId, startsAt, endsAt])).toEqual([
    [lin.id, hours(WEEK), hours(WEEK + 8)],
    [zhao.id, hours(2 * WEEK - 10), hours(2 * WEEK - 2)],
  ]);
  expect(await told("roster.copied")).toMatchObject([{ officerId: he.id, facts: { monday, shifts: 2 } }]);
});

test("the hours are those of the account's clock, over a change of it, too; only that week's are repeated, of whoever still serves", async () => {
  const { accountId, lin, zhao, he } = await desk();
  await db.officialAccount.update({ where: { id: accountId }, data: { timeZone: "Europe/Berlin" } });
  const plan = (officerId: string, startsAt: string, endsAt: string) =>
    db.shift.create({
      data: { accountId, officerId, savedById: he.id, savedAt: sunday, startsAt: new Date(startsAt), endsAt: new Date(endsAt) },
    });
  // 08:00 to 16:00 on the Friday before summer time; then the first shift of the week that is filled, at its midnight.
  await plan(lin.id, "2027-03-26T07:00:00Z", "2027-03-26T15:00:00Z");
  await plan(zhao.id, "2027-03-26T07:00:00Z", "2027-03-26T15:00:00Z");
  await plan(lin.id, "2027-03-28T22:00:00Z", "2027-03-29T04:00:00Z");
  await db.officer.update({ where: { id: zhao.id }, data: { accounts: { deleteMany: {} } } });
  expect(await copyWeek({ accountId, monday: "2027-03-29" }, he, sunday)).toEqual({ copied: 1 });
  expect(await db.shift.findMany({ where: { startsAt: { gt: new Date("2027-03-29T12:00:00Z") } } })).toMatchObject([
    { officerId: lin.id, startsAt: new Date("2027-04-02T06:00:00Z"), endsAt: new Date("2027-04-02T14:00:00Z") },
  ]);
});

test("doubles are refused and nothing is copied: twice, and on top of what is planned", async () => {
  const { accountId, lin, zhao, he, plans } = await desk();
  await plans(lin, "08:00", "16:00");
  await plans(zhao, "08:00", "16:00");
  await plans(lin, "15:00", "20:00", { day: monday });
  await expect(copyWeek({ accountId, monday }, he, sunday)).rejects.toMatchObject({ code: "shiftOverlaps" });
  expect(await db.shift.count()).toBe(3);
  const next = { accountId, monday: "2026-12-07" };
  const outcomes = await Promise.allSettled([copyWeek(next, he, sunday), copyWeek(next, he, sunday)]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(await db.shift.count()).toBe(4);
});

test("refused when there is nothing, when all of it is over, for another account, and for a mistyped year", async () => {
  const { accountId, lin, he, plans } = await desk();
  await expect(copyWeek({ accountId, monday }, he, sunday)).rejects.toMatchObject({ code: "nothingToCopy" });
  await plans(lin, "08:00", "16:00");
  await expect(copyWeek({ accountId, monday }, he, hours(WEEK + 8))).rejects.toMatchObject({ code: "nothingToCopy" });
  await expect(copyWeek({ accountId, monday }, stranger(he), sunday)).rejects.toMatchObject({ code: "accountNotFound" });
  await expect(copyWeek({ accountId, monday: "2062-11-27" }, he, sunday)).rejects.toMatchObject({ code: "shiftTooFar" });
});
