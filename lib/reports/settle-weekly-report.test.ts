import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { after, MINUTE } from "@/lib/time/rules";
import "@/prisma/testing";
import { claimWeeklyReport } from "./claim-weekly-report";
import { settleWeeklyReport } from "./settle-weekly-report";
import { claimedWeek, TIME } from "./testing/weekly";

const AWAY = { kind: "failed", problem: "mailUnreachable", detail: null, retry: true } as const;
const rowOf = (id: string) => db.weeklyReport.findUniqueOrThrow({ where: { id } });

test("away: tried again after a pause that grows, then given up, each told", async () => {
  let run = await claimedWeek();
  let at = TIME;
  const pauses: number[] = [];
  for (;;) {
    await settleWeeklyReport(run, AWAY, at);
    const { dueAt, state, problem } = await rowOf(run.id);
    expect(problem).toBe("mailUnreachable");
    if (!dueAt) {
      expect(state).toBe("failed");
      break;
    }
    pauses.push((dueAt.getTime() - at.getTime()) / MINUTE);
    at = dueAt;
    expect(await claimWeeklyReport(after(at, -1))).toBeNull();
    run = (await claimWeeklyReport(at)) ?? run;
  }
  expect(pauses).toEqual([1, 5, 15, 60, 180, 360, 720, 720]);
  expect(await db.event.count({ where: { type: "weeklyReport.settled" } })).toBe(9);
});

test("sent is the end, and so is what nobody knows; whoever lost the lease says nothing", async () => {
  const run = await claimedWeek();
  expect(await settleWeeklyReport({ ...run, leaseToken: "019ab000-0000-7000-8000-000000000000" }, AWAY, TIME)).toBe(false);
  expect(await settleWeeklyReport(run, { kind: "sent" }, TIME)).toBe(true);
  expect(await rowOf(run.id)).toMatchObject({ state: "sent", progress: 100, sentAt: TIME, dueAt: null, problem: null });
  expect(await settleWeeklyReport(run, AWAY, TIME)).toBe(false);
});
