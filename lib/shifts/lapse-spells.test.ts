import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { told } from "@/lib/questions/testing";
import { after, MINUTE } from "@/lib/time/rules";
import "@/prisma/testing";
import { lapseSpells } from "./lapse-spells";
import { dutyGap, whoIsOnDuty } from "./queries";
import { desk, hours } from "./testing";

const late = (shiftEnd: number, minutes: number) => after(hours(shiftEnd), minutes * MINUTE);

test("who forgets to sign off is signed off thirty minutes after the shift, once, and the gap begins there", async () => {
  const { accountId, lin, plans, comes } = await desk();
  const shiftId = await plans(lin, "08:00", "16:00");
  await comes(lin, hours(0));
  expect(await lapseSpells(after(late(8, 30), -1))).toBe(0);
  expect(await whoIsOnDuty(accountId, late(8, 29))).toMatchObject([{ shiftId, until: hours(8) }]);
  expect((await Promise.all([lapseSpells(late(8, 30)), lapseSpells(late(8, 30))])).sort()).toEqual([0, 1]);
  expect(await dutyGap(accountId, late(8, 31))).toEqual({ since: late(8, 30), missingIds: [] });
  expect(await db.dutySpell.findFirst()).toMatchObject({ signedOffAt: late(8, 30), lapsedAt: late(8, 30) });
  expect(await told("shift.lapsed")).toMatchObject([{ at: late(8, 30), officerId: lin.id, facts: { shiftId } }]);
});

test("not where the officer's next shift follows; after that one", async () => {
  const { accountId, lin, plans, comes } = await desk();
  await plans(lin, "08:00", "16:00");
  const second = await plans(lin, "16:30", "20:00");
  await comes(lin, hours(0));
  expect(await lapseSpells(late(8, 40))).toBe(0);
  expect(await whoIsOnDuty(accountId, late(8, 40))).toMatchObject([{ shiftId: second, until: hours(12) }]);
  expect(await lapseSpells(late(12, 30))).toBe(1);
});

test("without a shift after twelve hours, whatever others are on; who came before a shift stays for it", async () => {
  const { lin, zhao, plans, comes } = await desk();
  await plans(zhao, "10:00", "24:00");
  await comes(lin, hours(0));
  await comes(zhao, hours(0));
  expect(await lapseSpells(after(hours(12), -1))).toBe(0);
  expect(await lapseSpells(hours(12))).toBe(1);
  expect(await told("shift.lapsed")).toMatchObject([{ officerId: lin.id, facts: { shiftId: null } }]);
});

test("at once who works at the account no more, and counts as on duty for nobody before", async () => {
  const { accountId, lin, zhao, comes } = await desk();
  await comes(lin, hours(0));
  await comes(zhao, hours(0));
  await db.officer.update({ where: { id: lin.id }, data: { deactivatedAt: hours(1) } });
  await db.officerAccount.deleteMany({ where: { officerId: zhao.id } });
  expect(await whoIsOnDuty(accountId, hours(1))).toEqual([]);
  expect(await lapseSpells(hours(1))).toBe(2);
});
