import { v7 as uuid } from "uuid";
import { expect, test } from "vitest";
import { raiseSkewAlarm } from "@/lib/accounts/raise-skew-alarm";
import { scopeOf } from "@/lib/officers/scope";
import { now } from "@/lib/time/clock";
import { after, DAY, HOUR, MINUTE, SECOND } from "@/lib/time/rules";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { beatProcess } from "./beat-process";
import { lastBeat, recentNotices } from "./queries";

const beats = (at: Date, process: "web" | "worker" = "web") => beatProcess({ id: uuid(), process, startedAt: at }, at);

test("outages of the last day, the newest first", async () => {
  const { lin } = await town();
  const start = now();
  const instants = [-2 * DAY, -1.5 * DAY, -3 * HOUR, -HOUR].map((ago) => after(start, ago));
  for (const instant of instants) await beats(instant);
  const [, second, third, fourth] = instants;
  expect(await recentNotices(lin.scope)).toEqual([
    { kind: "outage", fromAt: third, untilAt: fourth },
    { kind: "outage", fromAt: second, untilAt: third },
  ]);
});

test("a clock that is wrong now, to officers of that account alone, until it has been right for ten minutes", async () => {
  const { lin, accountId } = await town();
  const raised = after(now(), -9 * MINUTE);
  await raiseSkewAlarm(accountId, 75, raised);
  expect(await recentNotices(lin.scope)).toEqual([{ kind: "skew", accountId, seconds: 75, at: raised }]);
  expect(await recentNotices(scopeOf([uuid()]))).toEqual([]);
});

test("an alarm of more than ten minutes ago is over", async () => {
  const { lin, accountId } = await town();
  await raiseSkewAlarm(accountId, 75, after(now(), -10 * MINUTE - SECOND));
  expect(await recentNotices(lin.scope)).toEqual([]);
});

test("the last beat of each kind of process", async () => {
  const instant = now();
  expect(await lastBeat("worker")).toBeNull();
  await beats(after(instant, -MINUTE), "worker");
  await beats(instant, "worker");
  await beats(after(instant, MINUTE));
  expect(await lastBeat("worker")).toEqual(instant);
});
