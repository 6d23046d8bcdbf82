import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { after, MINUTE } from "@/lib/time/rules";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { raiseSkewAlarm } from "./raise-skew-alarm";

const eight = new Date("2026-11-23T00:00:00Z");
const alarms = () => db.event.findMany({ where: { type: "account.clockSkewed" }, orderBy: { id: "asc" } });

test("ten messages at once with a wrong clock are one alarm", async () => {
  const { accountId } = await town();
  await Promise.all(Array.from({ length: 10 }, () => raiseSkewAlarm(accountId, -95, eight)));
  expect(await db.officialAccount.findUniqueOrThrow({ where: { id: accountId } })).toMatchObject({ skewedAt: eight, skewSeconds: -95 });
  expect(await alarms()).toMatchObject([{ accountId, at: eight, facts: { seconds: -95 } }]);
});

test("again after ten minutes, not before", async () => {
  const { accountId } = await town();
  await raiseSkewAlarm(accountId, 70, eight);
  await raiseSkewAlarm(accountId, 80, after(eight, 10 * MINUTE));
  expect(await alarms()).toHaveLength(1);
  await raiseSkewAlarm(accountId, 90, after(eight, 10 * MINUTE + 1));
  expect((await alarms()).map(({ facts }) => facts)).toEqual([{ seconds: 70 }, { seconds: 90 }]);
});
