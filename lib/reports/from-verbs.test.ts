import { expect, test } from "vitest";
import { boardOf } from "@/lib/board/queries";
import { db } from "@/lib/db";
import { scopeOf } from "@/lib/officers/scope";
import { giveRating } from "@/lib/ratings/give-rating";
import { reportRequest } from "@/lib/ratings/report-request";
import { answerThread, askingTown, at, claims } from "@/lib/ratings/testing";
import { signOff } from "@/lib/shifts/sign-off";
import { signOn } from "@/lib/shifts/sign-on";
import "@/prisma/testing";
import { after, HOUR } from "@/lib/time/rules";
import { startOfDay } from "@/lib/time/zones";
import { town } from "@/prisma/town";
import { followEvents } from "./follow";
import { readBreaches, readSummary } from "./queries";
import { reportParams } from "./schema";

const query = (day: string) => ({ ...reportParams.parse({}), from: day, to: day });

/** The sums that the feed makes of all that is recorded, as they stand at an instant. */
async function followed(when: Date): Promise<void> {
  for (let round = 0; round < 3; round += 1) await followEvents(when);
}

test("what residents say of an answer changes the rates of the day on which they asked", async () => {
  const { lin, asksAndHears } = await askingTown();
  const rates = async (when: Date) => {
    await followed(when);
    const { resolution, satisfaction } = (await readSummary(lin.scope, query("2026-11-23"))).numbers.rates;
    return { resolution, satisfaction };
  };
  for (const minutes of [0, 2, 4]) await asksAndHears(`o-${minutes}`, minutes);
  expect(await rates(at(10))).toEqual({ resolution: null, satisfaction: null });
  for (const score of ["satisfied", "unsatisfied", "notSolved"] as const) {
    const { id, claimId } = await claims(at(50));
    await reportRequest({ id, claimId }, { kind: "sent" }, at(50));
    await giveRating({ requestId: id, score, means: "menu" }, at(51));
  }
  expect(await rates(at(52))).toEqual({ resolution: 2 / 3, satisfaction: 1 / 3 });
});

test("what nobody was there for is late for that, once the desk keeps duty; while somebody was, it lay unclaimed", async () => {
  const { accountId, lin, hears } = await town();
  await signOn({ accountId, byChoice: true }, lin, at(0));
  await hears("o-xing", "路灯不亮", at(1));
  await signOff({ accountId }, lin, at(30));
  await hears("o-wang", "井盖松了", at(40));
  await followed(at(60));
  const breaches = await readBreaches(lin.scope, query("2026-11-23"));
  expect(breaches.map(({ milestone, reason, count }) => [milestone, reason, count]).sort()).toEqual([
    ["first", "nobodyOnDuty", 1],
    ["first", "unclaimed", 1],
  ]);
});

test("the wall's today is the report's day of the same account, by its own clock", async () => {
  const { accountId, lin, hears } = await town();
  await db.officialAccount.update({ where: { id: accountId }, data: { timeZone: "America/New_York" } });
  // Monday there, and Tuesday in Beijing from noon on.
  const midnight = startOfDay(at(24 * 60), "America/New_York");
  const asked = async (openid: string, hours: number, minutes: number | null) => {
    const { threadId } = await hears(openid, "路灯不亮", after(midnight, hours * HOUR));
    if (minutes !== null) await answerThread(lin, threadId, after(midnight, hours * HOUR + minutes * 60_000));
  };
  await asked("o-before", -1, 1);
  await asked("o-early", 0, 2);
  await asked("o-noon", 12, 8);
  await asked("o-late", 13, 40);
  await asked("o-never", 20, null);
  await asked("o-again", 12.5, 1);
  await asked("o-early", 14, 5);
  await asked("o-new", 20.9, null);
  const now = after(midnight, 21 * HOUR);
  await followed(now);
  const { counts } = (await readSummary(lin.scope, query("2026-11-23"))).numbers;
  const { today } = await boardOf(scopeOf([accountId]), now);
  expect(today).toEqual({ asked: counts.fresh, owed: counts.owed, withinTen: counts.within10, withinThree: counts.within3 });
  expect(today).toEqual({ asked: 6, owed: 6, withinTen: 4, withinThree: 2 });
});
