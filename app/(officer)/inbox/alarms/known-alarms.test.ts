import { expect, test } from "vitest";
import { watchAlarms } from "@/app/(officer)/inbox/attention/watch-alarms";
import type { AlarmRow } from "@/lib/alarms/queries";
import { byUrgency } from "./alarm-order";
import { hearAlarms, knownAlarms, withTold } from "./known-alarms";

const eight = new Date("2026-11-23T00:00:00Z");
const alarm = (id: string, change: Partial<AlarmRow> = {}): AlarmRow => ({
  ...{
    id,
    accountId: "a",
    kind: "dueSoon",
    audiences: ["shift"],
    raisedAt: eight,
    owedAt: eight,
    since: null,
    count: 1,
    questionKind: "inquiry",
  },
  ...{
    threadId: "t",
    openedAt: eight,
    number: "20261123-0001",
    clusterId: null,
    title: "",
    acknowledgedAt: null,
    acknowledgedBy: null,
    endedAt: null,
    standingAnswerId: null,
    ownerId: null,
    onDutyIds: [],
  },
  ...change,
});

test("what is told takes the place of what was known; what has ended or holds nobody any more goes; the latest comes first", () => {
  const later = new Date(eight.getTime() + 1);
  const known = [alarm("one"), alarm("two"), alarm("three")];
  const told = [alarm("one", { endedAt: later }), alarm("two", { count: 0 }), alarm("four", { raisedAt: later })];
  expect(withTold(known, told).map(({ id }) => id)).toEqual(["four", "three"]);
  expect(withTold([], [alarm("desk", { since: eight, count: 0 })])).toHaveLength(1);
});

test("what presses most comes first, of that what has waited longest; what somebody has seen comes last", () => {
  const later = new Date(eight.getTime() + 1);
  const rows = [
    alarm("seen", { kind: "danger", acknowledgedAt: eight }),
    alarm("soonLater", { owedAt: later }),
    alarm("soon"),
    alarm("late", { kind: "overdue", owedAt: later }),
    alarm("dangerLater", { kind: "danger", openedAt: later }),
    alarm("danger", { kind: "danger", owedAt: later }),
  ];
  expect(byUrgency(rows).map(({ id }) => id)).toEqual(["danger", "dangerLater", "late", "soon", "soonLater", "seen"]);
});

test("an officer is called once for what is new and tells him, never for what stood there before or has gone on to others", () => {
  const leaving = new AbortController();
  const called: string[][] = [];
  knownAlarms.set([alarm("before")]);
  watchAlarms(leaving.signal, { id: "lin", role: "officer" }, (fresh) => called.push(fresh.map(({ id }) => id)));
  hearAlarms([alarm("new"), alarm("upstairs", { audiences: ["supervisors"] }), alarm("seen", { acknowledgedAt: eight })]);
  hearAlarms([alarm("new", { count: 7 })]);
  expect(called).toEqual([["new"]]);
  leaving.abort();
  hearAlarms([alarm("later")]);
  expect(called).toHaveLength(1);
});
