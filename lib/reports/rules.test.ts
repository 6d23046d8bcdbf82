import { describe, expect, test } from "vitest";
import { after, MINUTE } from "@/lib/time/rules";
import { daysLater } from "@/lib/time/zones";
import { boundsOf, bucketOf, rankOf } from "./buckets";
import { type Course, courseOf, type Happening } from "./history";
import { type Lateness, reasonFor } from "./reasons";
import { comparedWith, daysOf } from "./rules";
import { drillParams, periodFilled, reportParams } from "./schema";
import { type Span, spansBefore, spansOf } from "./spans";

const eight = new Date("2026-11-23T00:00:00Z");
const at = (minutes: number) => after(eight, minutes * MINUTE);

describe("what an address asks for", () => {
  test("nothing said is the last seven days of everything in scope", () => {
    expect(periodFilled(reportParams.parse({}), "2026-11-23")).toMatchObject({ from: "2026-11-17", to: "2026-11-23", account: [] });
    expect(reportParams.parse({ account: ["a,b", "a"], hour: "3" })).toMatchObject({ account: ["a", "b"] });
  });

  test.each([
    [{ from: "2026-11-23", to: "2026-11-22" }, "periodBackwards"],
    [{ from: "2024-11-23", to: "2026-11-23" }, "periodTooLong"],
    [{ from: "2026-02-30" }, "invalidDay"],
  ])("%j is refused: %s", (params, message) => {
    expect(reportParams.safeParse(params).error?.issues).toMatchObject([{ message }]);
  });

  test("two years to the day are not too long; a backlog needs its day", () => {
    expect(reportParams.safeParse({ from: "2024-11-24", to: "2026-11-23" }).success).toBe(true);
    expect(drillParams.safeParse({ measure: "backlog" }).error?.issues).toMatchObject([{ message: "backlogNeedsDay" }]);
  });

  test("a period is held against as many days before it, or a year before", () => {
    const leap = { from: "2028-02-29", to: "2028-03-01" };
    expect(comparedWith(leap, "previous")).toEqual({ from: "2028-02-27", to: "2028-02-28" });
    expect(comparedWith(leap, "lastYear")).toEqual({ from: "2027-02-28", to: "2027-03-01" });
    expect([comparedWith(leap, "none"), daysOf(leap)]).toEqual([null, 2]);
  });
});

test("spans come to each day of a period once, and are few", () => {
  const held = (spans: readonly Span[]) => {
    const days = new Map<string, number>();
    for (const { sign, monthly, first, last } of spans) {
      const end = monthly ? daysLater(`${daysLater(last, 31).slice(0, 7)}-01`, -1) : last;
      for (let day = first; day <= end; day = daysLater(day, 1)) days.set(day, (days.get(day) ?? 0) + sign);
    }
    return [...days].filter(([, times]) => times !== 0).sort();
  };
  for (let start = 0; start < 70; start += 3) {
    for (let length = 1; length < 130; length += 7) {
      const period = { from: daysLater("2027-12-15", start), to: daysLater("2027-12-15", start + length - 1) };
      const spans = spansOf(period);
      expect(held(spans)).toEqual(Array.from({ length }, (_, index) => [daysLater(period.from, index), 1]));
      const read = spans.flatMap(({ monthly, first, last }) => (monthly ? [] : [daysOf({ from: first, to: last })]));
      expect(read.reduce((sum, days) => sum + days, 0)).toBeLessThan(32);
    }
  }
  const all = { sign: 1, monthly: true, first: "-infinity", last: "2025-12-01" };
  expect(spansBefore("2026-01-01")).toEqual([all]);
  expect(spansBefore("2026-01-03")).toEqual([all, { sign: 1, monthly: false, first: "2026-01-01", last: "2026-01-02" }]);
});

test("buckets follow each other without a gap, and the nearest rank is the smallest value that enough lie at or below", () => {
  for (const seconds of [0, 1, 19, 20, 41, 599, 600, 86_400, 9_999_999, 40_000_000]) {
    const { least, most } = boundsOf(bucketOf(seconds));
    expect(seconds >= least && seconds <= most).toBe(true);
    expect(boundsOf(bucketOf(most + 1)).least === most + 1 || most > 40_000_000).toBe(true);
  }
  expect([rankOf(1, 0.5), rankOf(10, 0.9), rankOf(11, 0.9), rankOf(200, 0.99)]).toEqual([1, 9, 10, 198]);
});

describe("why something was late, the first reason that holds", () => {
  const nothing = courseOf("q", []);
  const late: Lateness = { from: at(0), dueAt: at(10), outside: false, spells: null, askedAlike: 1 };
  const spell = (from: number, until: number | null) => ({ officerId: "lin", from: at(from), until: until === null ? null : at(until) });
  const holders = [{ from: at(2), officerId: "lin" }];

  test.each<[string, Partial<Lateness>, Partial<Course>]>([
    ["wechat", { spells: [] }, { failures: [{ at: at(12), queuedAt: at(9) }] }],
    ["nobodyOnDuty", { spells: [spell(-60, 0), spell(11, null)], askedAlike: 99 }, {}],
    ["handOver", { askedAlike: 99 }, { holders: [...holders, { from: at(5), officerId: "zhao" }] }],
    ["handOver", { spells: [spell(-60, 4)] }, { holders }],
    ["crowd", { askedAlike: 10, outside: true }, { holders }],
    ["dutyBegan", { outside: true }, { holders }],
    ["snoozed", {}, { holders, snoozes: [{ from: at(3), until: at(10) }] }],
    ["held", { spells: [spell(-60, null)] }, { holders, snoozes: [{ from: at(3), until: at(9) }] }],
    [
      "unclaimed",
      { askedAlike: 9 },
      { holders: [...holders, { from: at(3), officerId: null }], failures: [{ at: at(12), queuedAt: at(11) }] },
    ],
  ])("%s", (reason, more, course) => {
    expect(reasonFor({ ...late, ...more }, { ...nothing, ...course })).toBe(reason);
  });
});

test("a word that its officer had not heard goes on waiting; a closing taken back never was; a reopening makes its promise owed again", () => {
  const base = { questionId: "q", officerId: "lin", facts: null, message: null, reply: null };
  const said = (minutes: number, seq: number): Happening => ({
    ...{ ...base, type: "message.received", at: at(minutes), facts: { nature: "content" } },
    message: { seq, at: at(minutes) },
  });
  const sent = (minutes: number, kind: string, through: number, until: number | null = null): Happening => ({
    ...{ ...base, type: "reply.sent", at: at(minutes), facts: { kind, counts: true, settledIds: "p,q" } },
    reply: { queuedAt: at(minutes - 1), promisedAt: until === null ? null : at(until), through, standing: false },
  });
  const act = (minutes: number, type: string): Happening => ({ ...base, type, at: at(minutes), facts: { reason: "repeated" } });
  const course = courseOf("q", [
    ...[said(0, 1), sent(3, "ask", 1), said(5, 2), said(6, 3), sent(8, "interim", 2, 100)],
    ...[act(9, "question.closed"), act(9.1, "question.closeUndone"), sent(20, "answer", 3), act(30, "question.reopened")],
  ]);
  expect(course.first).toEqual({ at: at(3), officerId: "lin" });
  expect(course.waits.map(({ since, answered, ended }) => [since, answered?.at ?? null, ended])).toEqual([
    [at(5), at(8), null],
    [at(6), at(20), null],
    [at(30), null, null],
  ]);
  expect(course.promises).toMatchObject([{ madeAt: at(8), until: at(100), kept: null, ended: null }]);
  expect(course).toMatchObject({ answered: null, closed: null, reopenings: 1 });
});
