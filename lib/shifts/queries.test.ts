import { expect, test } from "vitest";
import { db } from "@/lib/db";
import type { ActingOfficer } from "@/lib/officers/scope";
import { after, DAY, HOUR, MINUTE } from "@/lib/time/rules";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { dutyGap, whoIsOnDuty } from "./queries";

const ten = new Date("2026-11-23T14:00:00Z");
const at = (hours: number) => after(ten, hours * HOUR);

/** A shift from ten in the evening, by Beijing's clock, until six. */
async function night() {
  const cast = await town();
  const { accountId, lin, he } = cast;
  const data = { accountId, officerId: lin.id, startsAt: ten, endsAt: at(8), savedAt: at(-24), savedById: he.id };
  const shift = await db.shift.create({ data });
  const spell = (officer: ActingOfficer, signedOnAt: Date, signedOffAt: Date | null = null) =>
    db.dutySpell.create({ data: { accountId, officerId: officer.id, signedOnAt, signedOffAt } });
  return { ...cast, shift, spell };
}

test("over midnight one shift is one; who is there by own choice has neither shift nor end", async () => {
  const { accountId, lin, zhao, shift, spell } = await night();
  await spell(lin, at(-0.25), at(8));
  await spell(zhao, at(3));
  const onDuty = { officerId: lin.id, name: lin.name, shiftId: shift.id, until: at(8) };
  expect(await whoIsOnDuty(accountId, at(-0.3))).toEqual([]);
  expect(await whoIsOnDuty(accountId, at(-0.25))).toEqual([onDuty]);
  expect(await whoIsOnDuty(accountId, at(4))).toEqual([onDuty, { officerId: zhao.id, name: zhao.name, shiftId: null, until: null }]);
  expect((await whoIsOnDuty(accountId, at(8))).map(({ officerId }) => officerId)).toEqual([zhao.id]);
  expect(await whoIsOnDuty(lin.id, at(4))).toEqual([]);
});

test("a gap begins with the first shift that nobody came to, or the last sign-off; it names who is missing", async () => {
  const { accountId, lin, he, spell } = await night();
  expect(await dutyGap(accountId, after(ten, -1))).toBeNull();
  expect(await dutyGap(accountId, after(ten, MINUTE))).toEqual({ since: ten, missingIds: [lin.id] });
  await spell(he, at(1), at(2));
  expect(await dutyGap(accountId, at(1.5))).toBeNull();
  expect(await dutyGap(accountId, at(3))).toEqual({ since: at(2), missingIds: [lin.id] });
  expect(await dutyGap(accountId, at(9))).toEqual({ since: at(2), missingIds: [] });
  expect(await dutyGap(accountId, after(at(8), 7 * DAY))).toBeNull();
});

test("a cancelled shift is no roster", async () => {
  const { accountId, shift } = await night();
  await db.shift.update({ where: { id: shift.id }, data: { cancelledAt: at(-1) } });
  expect(await dutyGap(accountId, at(1))).toBeNull();
});
