import { expect, test } from "vitest";
import { db } from "@/lib/db";
import "@/prisma/testing";
import { officerOfSession } from "./queries";
import { removeFactor } from "./remove-factor";
import { signIn } from "./sign-in";
import { arrives, withApp } from "./testing";

test("the last one takes the recovery codes along, and other sessions end; a colleague's is none of one's own", async () => {
  const [lin, zhao] = [await arrives("lin"), await arrives("zhao")];
  await withApp(lin.officer);
  const elsewhere = await signIn({ login: "lin", password: lin.password });
  const { id: factorId } = await db.secondFactor.findFirstOrThrow();
  await expect(removeFactor({ factorId }, zhao.officer)).rejects.toMatchObject({ code: "factorNotFound" });
  await removeFactor({ factorId }, lin.officer);
  expect(await db.recoveryCode.count()).toBe(0);
  expect(await db.session.count({ where: { officerId: lin.id, revokedAt: null } })).toBe(1);
  expect(await officerOfSession(elsewhere.secret)).toBeNull();
  expect(await officerOfSession(lin.secret)).toMatchObject({ hasFactor: false });
  expect(await db.event.count({ where: { type: "officer.factorRemoved", officerId: lin.id } })).toBe(1);
});

test("the last one stays where the role demands one, also of two that are removed at once", async () => {
  const { officer } = await arrives("lin");
  await withApp(officer);
  await withApp(officer);
  await db.factorRule.create({ data: { role: "officer", requiredAt: new Date(), requiredById: officer.id } });
  const factors = await db.secondFactor.findMany();
  const outcomes = await Promise.allSettled(factors.map(({ id }) => removeFactor({ factorId: id }, officer)));
  expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(await db.secondFactor.count()).toBe(1);
});
