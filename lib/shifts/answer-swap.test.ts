import { expect, test } from "vitest";
import { db } from "@/lib/db";
import type { ActingOfficer } from "@/lib/officers/scope";
import { stranger, told } from "@/lib/questions/testing";
import "@/prisma/testing";
import { answerSwap } from "./answer-swap";
import { askSwap } from "./ask-swap";
import { cancelShift } from "./cancel-shift";
import { standIn } from "./stand-in";
import { desk, holders, hours, sunday } from "./testing";

/** Lin asks Zhao to swap the morning for the evening. */
async function asked() {
  const cast = await desk();
  const { lin, zhao, plans } = cast;
  const [morning, evening] = [await plans(lin, "08:00", "16:00"), await plans(zhao, "16:00", "24:00")];
  const { swapId } = await askSwap({ shiftId: morning, toId: zhao.id, otherShiftId: evening }, lin, sunday);
  const answers = (officer: ActingOfficer, accepted: boolean, at = sunday) => answerSwap({ swapId, accepted }, officer, at);
  return { ...cast, morning, evening, swapId, answers };
}

test("accepted, both shifts change hands", async () => {
  const { lin, zhao, morning, evening, swapId, answers } = await asked();
  await answers(zhao, true);
  expect(await holders(morning, evening)).toEqual([zhao.id, lin.id]);
  expect(await told("shift.swapAnswered")).toMatchObject([
    { officerId: zhao.id, facts: { swapId, shiftId: morning, otherShiftId: evening, fromId: lin.id, toId: zhao.id, accepted: true } },
  ]);
});

test("declined, or taken back by who asked, everything stays; another colleague may be asked", async () => {
  const { lin, zhao, he, morning, evening, answers } = await asked();
  await answers(zhao, false);
  await askSwap({ shiftId: morning, toId: he.id, otherShiftId: null }, lin, sunday);
  const again = await db.shiftSwap.findFirstOrThrow({ where: { answeredAt: null } });
  await answerSwap({ swapId: again.id, accepted: false }, lin, sunday);
  expect(await holders(morning, evening)).toEqual([lin.id, zhao.id]);
});

test("answered once, by the colleague only, whoever else tries at the same time", async () => {
  const { lin, zhao, he, morning, evening, answers } = await asked();
  for (const other of [he, lin]) await expect(answers(other, true)).rejects.toMatchObject({ code: "swapNotFound" });
  await expect(answers(stranger(zhao), true)).rejects.toMatchObject({ code: "shiftNotFound" });
  const outcomes = await Promise.allSettled([answers(zhao, true), answers(zhao, true), answers(zhao, true), answers(lin, false)]);
  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  const { accepted } = await db.shiftSwap.findFirstOrThrow();
  expect(await told("shift.swapAnswered")).toMatchObject([{ facts: { accepted } }]);
  expect(await holders(morning, evening)).toEqual(accepted ? [zhao.id, lin.id] : [lin.id, zhao.id]);
});

test("refused once either has begun: neither changes hands", async () => {
  const { lin, zhao, morning, evening, answers } = await asked();
  await expect(answers(zhao, true, hours(0))).rejects.toMatchObject({ code: "shiftBegun" });
  expect(await holders(morning, evening)).toEqual([lin.id, zhao.id]);
  expect(await db.shiftSwap.findFirst()).toMatchObject({ answeredAt: null });
});

test("what a supervisor gave to somebody else or cancelled meanwhile is asked for no more", async () => {
  const given = await asked();
  await standIn({ shiftId: given.evening, seenId: given.zhao.id, toId: given.he.id }, given.he, sunday);
  await expect(given.answers(given.zhao, true)).rejects.toMatchObject({ code: "swapNotFound" });
  const shiftId = given.morning;
  const { swapId } = await askSwap({ shiftId, toId: given.zhao.id, otherShiftId: null }, given.lin, sunday);
  const outcomes = await Promise.allSettled([
    cancelShift({ shiftId }, given.he, sunday),
    answerSwap({ swapId, accepted: true }, given.zhao, sunday),
  ]);
  expect(outcomes[0]?.status).toBe("fulfilled");
  expect(await db.shiftSwap.count({ where: { answeredAt: null } })).toBe(0);
});

test("refused when it would put somebody on two shifts at once", async () => {
  const { lin, zhao, morning, evening, answers, plans } = await asked();
  await plans(zhao, "06:00", "09:00");
  await expect(answers(zhao, true)).rejects.toMatchObject({ code: "shiftOverlaps" });
  expect(await holders(morning, evening)).toEqual([lin.id, zhao.id]);
});

test("refused when who asked works there no more: nobody who left gets a shift; saying no is still possible", async () => {
  const { lin, zhao, morning, evening, answers } = await asked();
  await db.officer.update({ where: { id: lin.id }, data: { deactivatedAt: sunday } });
  await expect(answers(zhao, true)).rejects.toMatchObject({ code: "officerNotFound" });
  expect(await holders(morning, evening)).toEqual([lin.id, zhao.id]);
  await answers(zhao, false);
  expect(await db.shiftSwap.findFirst()).toMatchObject({ accepted: false });
});
