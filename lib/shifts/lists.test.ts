import { expect, test } from "vitest";
import { stranger } from "@/lib/questions/testing";
import "@/prisma/testing";
import { askSwap } from "./ask-swap";
import { deskDuty, listSwaps, rosterWeek } from "./lists";
import { desk, hours, sunday } from "./testing";
import { writeHandover } from "./write-handover";

test("a week holds what begins in it or reaches into it, by the account's clock", async () => {
  const { accountId, lin, zhao, plans, comes } = await desk();
  const over = await plans(zhao, "22:00", "06:00", { day: "2026-11-29" });
  const first = await plans(lin, "00:00", "08:00");
  await plans(zhao, "22:00", "24:00", { day: "2026-12-06" });
  await comes(zhao, hours(158));
  const week = async (monday: string) => (await rosterWeek(zhao.scope, accountId, monday))?.shifts.map(({ id }) => id);
  expect(await week("2026-11-23")).toEqual([first, over]);
  expect((await week("2026-11-30"))?.[0]).toBe(over);
  expect(await week("2026-12-07")).toEqual([]);
  expect(await rosterWeek(zhao.scope, accountId, "2026-11-23")).toMatchObject({
    timeZone: "Asia/Shanghai",
    shifts: [
      { name: lin.name, signedOnAt: null },
      { name: zhao.name, signedOnAt: hours(158) },
    ],
  });
  expect(await rosterWeek(stranger(zhao).scope, accountId, "2026-11-23")).toBeNull();
});

test("the desk's duty says who is there, what is one's own and what was handed over; nothing of other accounts", async () => {
  const { accountId, lin, zhao, plans, comes } = await desk();
  await plans(lin, "08:00", "16:30");
  await comes(zhao, hours(-1));
  await writeHandover({ accountId, text: "一切正常" }, zhao, hours(-1));
  const [before] = await deskDuty(lin, hours(-0.5));
  expect(before).toMatchObject({ accountId, signedOnAt: null, shift: { endsAt: hours(8.5) }, handover: { text: "一切正常" } });
  expect(before?.onDuty).toEqual([{ officerId: zhao.id, name: zhao.name, endsAt: null }]);
  await comes(lin, hours(0));
  expect((await deskDuty(lin, hours(1)))[0]?.signedOnAt).toEqual(hours(0));
  expect(await deskDuty(stranger(lin), hours(1))).toEqual([]);
});

test("swaps wait until their shift begins", async () => {
  const { accountId, lin, zhao, plans } = await desk();
  const shiftId = await plans(lin, "08:00", "16:00");
  await askSwap({ shiftId, toId: zhao.id, otherShiftId: null }, lin, sunday);
  expect(await listSwaps(zhao.scope, accountId, sunday)).toMatchObject([
    { from: { id: lin.id }, to: { id: zhao.id }, shift: { id: shiftId } },
  ]);
  expect(await listSwaps(zhao.scope, accountId, hours(0))).toEqual([]);
  expect(await listSwaps(stranger(zhao).scope, accountId, sunday)).toEqual([]);
});
