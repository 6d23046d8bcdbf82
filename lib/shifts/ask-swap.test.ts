import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { stranger, told } from "@/lib/questions/testing";
import "@/prisma/testing";
import { askSwap } from "./ask-swap";
import { desk, holders, hours, sunday } from "./testing";

test("asking changes nothing but that a colleague is asked", async () => {
  const { lin, zhao, plans } = await desk();
  const [shiftId, otherShiftId] = [await plans(lin, "08:00", "16:00"), await plans(zhao, "16:00", "24:00")];
  const { swapId } = await askSwap({ shiftId, toId: zhao.id, otherShiftId }, lin, sunday);
  expect(await holders(shiftId, otherShiftId)).toEqual([lin.id, zhao.id]);
  expect(await db.shiftSwap.findMany()).toMatchObject([
    { id: swapId, shiftId, otherShiftId, fromId: lin.id, toId: zhao.id, accepted: null },
  ]);
  expect(await told("shift.swapAsked")).toMatchObject([{ officerId: lin.id, facts: { swapId, shiftId, otherShiftId, toId: zhao.id } }]);
});

test("for one shift one colleague at a time, even when asked at once", async () => {
  const { lin, zhao, he, plans } = await desk();
  const shiftId = await plans(lin, "08:00", "16:00");
  const outcomes = await Promise.allSettled(
    [zhao, he, zhao, he].map(({ id: toId }) => askSwap({ shiftId, toId, otherShiftId: null }, lin, sunday)),
  );
  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  await expect(askSwap({ shiftId, toId: he.id, otherShiftId: null }, lin, sunday)).rejects.toMatchObject({ code: "swapAsked" });
});

test("refused: another's shift, one's own to oneself, one that has begun, what is not the colleague's, who is none", async () => {
  const { lin, zhao, he, admin, plans } = await desk();
  const [shiftId, otherShiftId] = [await plans(lin, "08:00", "16:00"), await plans(zhao, "16:00", "24:00")];
  const ask = { shiftId, toId: zhao.id, otherShiftId: null };
  await expect(askSwap(ask, he, sunday)).rejects.toMatchObject({ code: "shiftNotFound" });
  await expect(askSwap(ask, stranger(lin), sunday)).rejects.toMatchObject({ code: "shiftNotFound" });
  await expect(askSwap({ ...ask, toId: lin.id }, lin, sunday)).rejects.toMatchObject({ code: "shiftNotFound" });
  await expect(askSwap(ask, lin, hours(0))).rejects.toMatchObject({ code: "shiftBegun" });
  await expect(askSwap({ ...ask, toId: he.id, otherShiftId }, lin, sunday)).rejects.toMatchObject({ code: "shiftMoved" });
  await db.officer.update({ where: { id: admin.id }, data: { deactivatedAt: sunday } });
  await expect(askSwap({ ...ask, toId: admin.id }, lin, sunday)).rejects.toMatchObject({ code: "officerNotFound" });
  expect(await db.shiftSwap.count()).toBe(0);
});
