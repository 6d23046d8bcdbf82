import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { stranger, told } from "@/lib/questions/testing";
import "@/prisma/testing";
import { askSwap } from "./ask-swap";
import { cancelShift } from "./cancel-shift";
import { whoIsOnDuty } from "./queries";
import { signOn } from "./sign-on";
import { desk, hours, shift, sunday } from "./testing";

test("it is out of the roster: its hours are free, whoever was on it is not on duty, whoever was asked to take it is asked no more", async () => {
  const { accountId, lin, zhao, he, plans } = await desk();
  const shiftId = await plans(lin, "08:00", "16:00");
  await askSwap({ shiftId, toId: zhao.id, otherShiftId: null }, lin, sunday);
  await signOn({ accountId, byChoice: false }, lin, hours(0));
  await cancelShift({ shiftId }, he, hours(1));
  expect(await shift(shiftId)).toMatchObject({ cancelledAt: hours(1), cancelledById: he.id });
  expect(await whoIsOnDuty(accountId, hours(1))).toEqual([]);
  expect(await db.shiftSwap.findFirst()).toMatchObject({ accepted: false, answeredById: he.id });
  expect(await told("shift.cancelled")).toMatchObject([{ officerId: he.id, facts: { shiftId } }]);
  await plans(lin, "08:00", "16:00");
});

test("refused when it is over, cancelled, or another account's", async () => {
  const { lin, he, plans } = await desk();
  const shiftId = await plans(lin, "08:00", "16:00");
  await expect(cancelShift({ shiftId }, stranger(he), sunday)).rejects.toMatchObject({ code: "shiftNotFound" });
  await expect(cancelShift({ shiftId }, he, hours(8))).rejects.toMatchObject({ code: "shiftPast" });
  const outcomes = await Promise.allSettled([cancelShift({ shiftId }, he, sunday), cancelShift({ shiftId }, he, sunday)]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  await expect(cancelShift({ shiftId }, he, sunday)).rejects.toMatchObject({ code: "shiftNotFound" });
});
