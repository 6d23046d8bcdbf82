import { db } from "@/lib/db";
import type { ActingOfficer } from "@/lib/officers/scope";
import { eight } from "@/lib/questions/testing";
import { after, DAY, HOUR } from "@/lib/time/rules";
import { town } from "@/prisma/town";
import { planShift } from "./plan-shift";
import type { PlanShift } from "./schema";
import { signOn } from "./sign-on";

/** Monday, 08:00 by the account's clock, and so many hours later. */
export const hours = (count: number) => after(eight, count * HOUR);
/** When the roster of these tests is written. */
export const sunday = after(eight, -DAY);

/** The town, with a supervisor's hand on its roster. */
export async function desk() {
  const cast = await town();
  const { accountId, he } = cast;
  /** On Monday unless told otherwise. */
  const plans = async (officer: ActingOfficer, from: string, to: string, more: Partial<PlanShift> = {}) => {
    const input = { accountId, officerId: officer.id, day: "2026-11-23", from, to, weeks: 1, ...more };
    const { shiftIds } = await planShift(input, he, sunday);
    return shiftIds[0] ?? "";
  };
  const comes = (officer: ActingOfficer, at: Date) => signOn({ accountId, byChoice: true }, officer, at);
  return { ...cast, plans, comes };
}

export const shift = (id: string) => db.shift.findUniqueOrThrow({ where: { id } });
/** Whose shifts these are, in this order. */
export const holders = async (...ids: string[]) => Promise.all(ids.map(async (id) => (await shift(id)).officerId));
