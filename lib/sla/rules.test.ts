import { describe, expect, test } from "vitest";
import { after, HOUR, MINUTE, SECOND } from "@/lib/time/rules";
import { alarmingSkew, dutyOf, explainDuty, firstResponse, type ResponseClock, remainingFor, saidAt, stateOf } from "./rules";

const eight = new Date("2026-11-23T00:00:00Z");
const at = (minutes: number) => after(eight, minutes * MINUTE);
const clock = (facts: Partial<ResponseClock> = {}): ResponseClock => ({
  openedAt: eight,
  targetMinutes: 10,
  countedFrom: null,
  nextMinutes: null,
  nextCountedFrom: null,
  nextDueAt: null,
  dueAt: at(10),
  firstRepliedAt: null,
  waitingSince: null,
  promisedAt: null,
  answerMinutes: null,
  answerDueAt: null,
  answerPausedMinutes: 0,
  answeredAt: null,
  closedAt: null,
  ...facts,
});

describe("when the clock starts", () => {
  test.each([
    ["a clock that agrees", -3, -3],
    ["late by a minute at most", -600, -60],
    ["never in the future", 600, 0],
  ])("%s", (_, createdSeconds, saidSeconds) => {
    expect(saidAt(after(eight, createdSeconds * SECOND), eight)).toEqual(after(eight, saidSeconds * SECOND));
  });

  test("a difference of sixty seconds is tolerated, one more is an alarm, on both sides", () => {
    const skew = (seconds: number) => alarmingSkew(after(eight, seconds * SECOND), eight);
    expect([skew(0), skew(60), skew(-60), skew(61), skew(-61)]).toEqual([null, null, null, 61, -61]);
  });
});

describe("the ten-minute promise", () => {
  test("met at the very instant it was due, breached a millisecond later", () => {
    expect(firstResponse(clock({ firstRepliedAt: at(10) }), at(60))).toBe("met");
    expect(firstResponse(clock({ firstRepliedAt: after(at(10), 1) }), at(60))).toBe("breached");
  });

  test("runs, is due soon for the last three minutes, is breached once it has passed", () => {
    const states = [after(at(7), -1), at(7), at(10), after(at(10), 1)].map((now) => firstResponse(clock(), now));
    expect(states).toEqual(["running", "dueSoon", "dueSoon", "breached"]);
  });

  test("what a standing answer settled is neither met nor breached", () => {
    expect(firstResponse(clock({ answeredAt: at(5) }), at(60))).toBe("selfServed");
  });

  test("a question closed in time without a reply does not become late afterwards; one closed late was late", () => {
    expect(firstResponse(clock({ closedAt: at(5) }), at(60))).not.toBe("breached");
    expect(firstResponse(clock({ closedAt: at(11) }), at(60))).toBe("breached");
  });
});

describe("what is owed next", () => {
  const replied = { firstRepliedAt: at(2) };
  test.each([
    ["nothing said yet", {}, "firstResponse", 10],
    ["asked back: the resident's turn", replied, "none", null],
    ["the resident answered our question", { ...replied, waitingSince: at(20) }, "nextResponse", 30],
    ["a promise stands", { ...replied, promisedAt: at(600) }, "promise", 600],
    ["a promise stands and the resident waits", { ...replied, waitingSince: at(20), promisedAt: at(600) }, "nextResponse", 30],
    ["the promise comes before the next response", { ...replied, waitingSince: at(595), promisedAt: at(600) }, "promise", 600],
    ["an answer before the promise", { ...replied, promisedAt: at(600), answerDueAt: at(240) }, "answer", 240],
    ["a promise before the answer, or with it", { ...replied, promisedAt: at(240), answerDueAt: at(240) }, "promise", 240],
    ["an answer alone", { ...replied, answerDueAt: at(240) }, "answer", 240],
    ["an answer sooner than any response", { answerDueAt: at(9) }, "answer", 9],
    ["answered", { ...replied, answeredAt: at(3), promisedAt: at(600) }, "none", null],
    ["closed", { closedAt: at(3) }, "none", null],
  ] as const)("%s", (_, facts, milestone, minutes) => {
    expect(dutyOf(clock(facts), null)).toEqual({ milestone, at: minutes === null ? null : at(minutes) });
  });

  test("the end of WeChat's window counts when it comes sooner, and only one that opened with this question or later", () => {
    const promised = clock({ ...replied, promisedAt: after(eight, 72 * HOUR) });
    expect(dutyOf(promised, after(eight, 47 * HOUR))).toEqual({ milestone: "window", at: after(eight, 47 * HOUR) });
    expect(dutyOf(promised, after(eight, 90 * HOUR)).milestone).toBe("promise");
    expect(dutyOf(promised, after(eight, -HOUR)).milestone).toBe("promise");
    expect(dutyOf(clock(replied), after(eight, HOUR))).toEqual({ milestone: "none", at: null });
  });
});

describe("the countdown", () => {
  const duty = { milestone: "firstResponse", at: at(10) } as const;

  test("already subtracts the five seconds of undo", () => {
    expect(remainingFor(at(10), at(9))).toBe(55 * SECOND);
    expect(remainingFor(at(10), at(10))).toBe(-5 * SECOND);
  });

  test("running, due soon, late, or nothing to count", () => {
    const last = after(at(10), -5 * SECOND);
    expect(stateOf(duty, after(last, -3 * MINUTE - 1))).toBe("running");
    expect(stateOf(duty, after(last, -3 * MINUTE))).toBe("dueSoon");
    expect(stateOf(duty, last)).toBe("dueSoon");
    expect(stateOf(duty, after(last, 1))).toBe("late");
    expect(stateOf({ milestone: "none", at: null }, at(999))).toBe("none");
  });

  test("explains itself: what came when, from when minutes count, and how many", () => {
    const explained = (facts: Partial<ResponseClock>) => {
      const { key, values } = explainDuty(clock(facts), dutyOf(clock(facts), null));
      return [key, values.from, values.counted, values.minutes, values.at];
    };
    expect(explained({})).toEqual(["explain.firstResponse", eight, eight, 10, at(10)]);
    const outside = { openedAt: at(58), countedFrom: at(60), targetMinutes: 30, dueAt: at(90) };
    expect(explained(outside)).toEqual(["explain.firstResponseOutside", at(58), at(60), 30, at(90)]);
    expect(explained({ dueAt: at(100) })).toEqual(["explain.firstResponseAcross", eight, eight, 10, at(100)]);
    const waiting = { firstRepliedAt: at(2), waitingSince: at(20) };
    expect(explained(waiting)).toEqual(["explain.nextResponse", at(20), at(20), 10, at(30)]);
    const next = { ...waiting, nextMinutes: 5, nextCountedFrom: at(60), nextDueAt: at(65) };
    expect(explained(next)).toEqual(["explain.nextResponseOutside", at(20), at(60), 5, at(65)]);
    expect(explained({ ...next, nextCountedFrom: null })).toEqual(["explain.nextResponseAcross", at(20), at(20), 5, at(65)]);
    const owed = { firstRepliedAt: at(2), answerMinutes: 240, answerDueAt: at(240) };
    expect(explained(owed)).toEqual(["explain.answer", eight, eight, 240, at(240)]);
    expect(explained({ ...owed, answerDueAt: at(300) })[0]).toBe("explain.answerAcross");
    expect(explained({ ...owed, answerDueAt: at(300), answerPausedMinutes: 60 })[0]).toBe("explain.answerPaused");
    expect(explained({ ...owed, answerDueAt: at(400), answerPausedMinutes: 60 })[0]).toBe("explain.answerPausedAcross");
    expect(explained({ firstRepliedAt: at(2), promisedAt: at(600) })).toEqual(["explain.promise", eight, eight, 10, at(600)]);
  });
});
