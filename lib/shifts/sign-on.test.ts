import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { stranger, told } from "@/lib/questions/testing";
import { after, MINUTE } from "@/lib/time/rules";
import "@/prisma/testing";
import { whoIsOnDuty } from "./queries";
import { signOff } from "./sign-off";
import { signOn } from "./sign-on";
import { desk, hours } from "./testing";

test("for one's shift from thirty minutes before it; again changes nothing, even at once", async () => {
  const { accountId, lin, plans } = await desk();
  const shiftId = await plans(lin, "08:00", "16:00");
  const early = after(hours(0), -31 * MINUTE);
  await expect(signOn({ accountId, byChoice: false }, lin, early)).rejects.toMatchObject({ code: "noShiftNow" });
  const inTime = after(hours(0), -30 * MINUTE);
  await Promise.all([1, 2, 3].map(() => signOn({ accountId, byChoice: false }, lin, inTime)));
  expect(await whoIsOnDuty(accountId, inTime)).toEqual([{ officerId: lin.id, name: lin.name, shiftId, until: hours(8) }]);
  const spell = await db.dutySpell.findFirstOrThrow();
  expect(await told("shift.signedOn")).toEqual([
    { at: inTime, questionId: null, officerId: lin.id, facts: { spellId: spell.id, shiftId } },
  ]);
});

test("by own choice at any time; after signing off a new spell begins", async () => {
  const { accountId, lin } = await desk();
  await signOn({ accountId, byChoice: true }, lin, hours(0));
  expect(await whoIsOnDuty(accountId, hours(0))).toMatchObject([{ officerId: lin.id, shiftId: null, until: null }]);
  await signOff({ accountId }, lin, hours(1));
  expect(await whoIsOnDuty(accountId, hours(1))).toEqual([]);
  await signOn({ accountId, byChoice: true }, lin, hours(2));
  expect(await db.dutySpell.count()).toBe(2);
});

test("a colleague's shift, or another account, is none", async () => {
  const { accountId, lin, zhao, plans } = await desk();
  await plans(zhao, "08:00", "16:00");
  await expect(signOn({ accountId, byChoice: false }, lin, hours(1))).rejects.toMatchObject({ code: "noShiftNow" });
  await expect(signOn({ accountId, byChoice: true }, stranger(lin), hours(1))).rejects.toMatchObject({ code: "accountNotFound" });
  expect(await db.dutySpell.count()).toBe(0);
});
