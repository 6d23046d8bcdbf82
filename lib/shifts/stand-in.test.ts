import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { stranger, told } from "@/lib/questions/testing";
import "@/prisma/testing";
import { whoIsOnDuty } from "./queries";
import { signOn } from "./sign-on";
import { standIn } from "./stand-in";
import { desk, holders, hours, sunday } from "./testing";

test("somebody else has the shift from now on; whoever was signed on for it is off", async () => {
  const { accountId, lin, zhao, he, plans } = await desk();
  const shiftId = await plans(lin, "08:00", "16:00");
  await signOn({ accountId, byChoice: false }, lin, hours(0));
  await standIn({ shiftId, seenId: lin.id, toId: zhao.id }, he, hours(2));
  expect(await holders(shiftId)).toEqual([zhao.id]);
  expect(await whoIsOnDuty(accountId, hours(2))).toEqual([]);
  await signOn({ accountId, byChoice: false }, zhao, hours(2));
  expect(await whoIsOnDuty(accountId, hours(2))).toMatchObject([{ officerId: zhao.id, shiftId, until: hours(8) }]);
  expect(await told("shift.stoodIn")).toMatchObject([{ officerId: he.id, facts: { shiftId, fromId: lin.id, toId: zhao.id } }]);
});

test("of two who give it away at once one does; the other is told that it has changed hands", async () => {
  const { lin, zhao, he, admin, plans } = await desk();
  const shiftId = await plans(lin, "08:00", "16:00");
  const outcomes = await Promise.allSettled([
    standIn({ shiftId, seenId: lin.id, toId: zhao.id }, he, sunday),
    standIn({ shiftId, seenId: lin.id, toId: he.id }, admin, sunday),
  ]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(outcomes.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "shiftMoved" } });
});

test("refused: over, on another shift then, no colleague, another account", async () => {
  const { lin, zhao, he, admin, plans } = await desk();
  const shiftId = await plans(lin, "08:00", "16:00");
  await plans(zhao, "15:00", "20:00");
  await db.officer.update({ where: { id: admin.id }, data: { deactivatedAt: sunday } });
  const give = { shiftId, seenId: lin.id };
  await expect(standIn({ ...give, toId: he.id }, he, hours(8))).rejects.toMatchObject({ code: "shiftPast" });
  await expect(standIn({ ...give, toId: zhao.id }, he, sunday)).rejects.toMatchObject({ code: "shiftOverlaps" });
  await expect(standIn({ ...give, toId: admin.id }, he, sunday)).rejects.toMatchObject({ code: "officerNotFound" });
  await expect(standIn({ ...give, toId: he.id }, stranger(he), sunday)).rejects.toMatchObject({ code: "shiftNotFound" });
  expect(await holders(shiftId)).toEqual([lin.id]);
});
