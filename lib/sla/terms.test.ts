import { describe, expect, test } from "vitest";
import { after, MINUTE } from "@/lib/time/rules";
import { type Calendar, calendarInput, type Policy, policyInput } from "./schema";
import { type Asked, type Book, DEFAULT_BOOK, DEFAULT_POLICY, promiseLimit, promisesAllowed, ruleFor, startClock, termsAt } from "./terms";

const [rule] = DEFAULT_POLICY.rules;
const policy = (rules: Partial<Policy["rules"][number]>[]): Policy =>
  policyInput.parse({ ...DEFAULT_POLICY, rules: [...rules.map((own) => ({ ...rule, ...own })), rule] });
const NINE_TO_FIVE = [{ from: "09:00", to: "17:30" }];
const office: Calendar = calendarInput.parse({ week: Array(7).fill(NINE_TO_FIVE), days: [] });
const at = (local: string) => new Date(`2026-11-${local.replace(" ", "T")}:00+08:00`);
const asked = (local: string, more: Partial<Asked> = {}): Asked => ({ at: at(local), kind: "inquiry", urgent: false, ...more });
const book: Book = {
  timeZone: "Asia/Shanghai",
  policies: [
    { id: "old", effectiveFrom: at("01 00:00"), policy: policy([]) },
    {
      id: "new",
      effectiveFrom: at("24 09:00"),
      policy: policy([{ kinds: ["complaint"], firstResponse: { minutes: 5, outsideMinutes: 6 } }]),
    },
  ],
  calendars: [{ id: "office", effectiveFrom: at("01 00:00"), calendar: office }],
};

test("what an account owes before it saves anything is a policy and a calendar like any other", () => {
  const terms = termsAt(DEFAULT_BOOK, at("23 08:00"));
  expect(policyInput.parse(terms.policy)).toEqual(terms.policy);
  expect(calendarInput.parse(terms.calendar)).toEqual(terms.calendar);
  expect(startClock(terms, asked("23 03:00"))).toEqual({
    ...{ dueAt: at("23 03:10"), targetMinutes: 10, countedFrom: null, outsideDuty: false },
    ...{ policyId: null, calendarId: null, warnMinutes: 3 },
  });
});

describe("terms take effect at their instant and leave what has started alone", () => {
  const due = (local: string, more?: Partial<Asked>) => {
    const { dueAt, policyId } = startClock(termsAt(book, at(local)), asked(local, more));
    return [policyId, dueAt];
  };

  test.each([
    ["a minute before", "24 08:59", "old", "24 09:30"],
    ["at the very instant", "24 09:00", "new", "24 09:05"],
    ["straddled by a clock that runs", "23 17:29", "old", "24 09:09"],
    ["in the evening, due after the next beginning of duty", "24 18:00", "new", "25 09:06"],
  ])("%s", (_, local, id, dueAt) => {
    expect(due(local, { kind: "complaint" })).toEqual([id, at(dueAt)]);
  });

  test("a book begins with the defaults", () => {
    expect(termsAt(book, new Date("2026-10-31T15:59:59Z"))).toMatchObject({ policyId: null, calendarId: null });
  });
});

test("outside duty hours minutes count from their next beginning; what is urgent knows no hours, nor does a rule around the clock", () => {
  const terms = termsAt(book, at("23 00:00"));
  expect(startClock(terms, asked("23 08:58"))).toMatchObject({
    ...{ dueAt: at("23 09:30"), targetMinutes: 30, countedFrom: at("23 09:00"), outsideDuty: true, calendarId: "office" },
  });
  expect(startClock(terms, asked("23 03:00", { urgent: true }))).toMatchObject({ dueAt: at("23 03:10"), outsideDuty: false });
  const always = { ...terms, policy: policy([{ aroundTheClock: true }]) };
  expect(startClock(always, asked("23 03:00"))).toMatchObject({ dueAt: at("23 03:10"), countedFrom: null });
});

test("the first rule that fits holds: by kind, by danger, by day of the week and time of day", () => {
  const rules = policy([
    { priority: "urgent", firstResponse: { minutes: 1, outsideMinutes: 1 } },
    { kinds: ["help", "complaint"], band: { days: [1], from: "09:00", to: "12:00" }, firstResponse: { minutes: 2, outsideMinutes: 2 } },
    { priority: "calm", kinds: ["help"], firstResponse: { minutes: 3, outsideMinutes: 3 } },
  ]);
  const minutes = (day: number, time: number, kind: Asked["kind"], urgent = false) =>
    ruleFor(rules, { kind, urgent, at: { day, minutes: time * 60 } }).firstResponse.minutes;
  const monday = 20_780;
  expect([minutes(monday, 9, "help"), minutes(monday, 12, "help"), minutes(monday + 1, 9, "help")]).toEqual([2, 3, 3]);
  expect([minutes(monday, 9, "help", true), minutes(monday, 9, "complaint"), minutes(monday, 8, "complaint")]).toEqual([1, 2, 10]);
});

test.each([
  ["a Monday morning", "2026-11-23T00:00:00Z", "2026-11-30T15:59:59Z"],
  ["a Friday", "2026-11-27T04:00:00Z", "2026-12-04T15:59:59Z"],
  ["a Saturday", "2026-11-28T04:00:00Z", "2026-12-04T15:59:59Z"],
  ["Friday night in London, Saturday in Shanghai", "2026-11-27T18:00:00Z", "2026-12-04T15:59:59Z"],
  ["over the new year", "2026-12-30T04:00:00Z", "2027-01-06T15:59:59Z"],
])("by default a promise lies within five workdays from %s, to the end of that day in Shanghai", (_, now, latest) => {
  const at = new Date(now);
  expect(promiseLimit(termsAt(DEFAULT_BOOK, at), { at, kind: "help", urgent: true })).toEqual(new Date(latest));
});

test("a promise is limited by the rule of what was asked", () => {
  const terms = { ...termsAt(book, at("23 00:00")), policy: policy([{ kinds: ["help"], promise: { workdays: 1, extensions: 0 } }]) };
  const limit = (kind: Asked["kind"]) => [
    promiseLimit(terms, asked("27 10:00", { kind })),
    promisesAllowed(terms, asked("27 10:00", { kind })),
  ];
  expect(limit("help")).toEqual([after(at("30 23:59"), MINUTE - 1_000), 1]);
  expect(limit("inquiry")).toEqual([new Date("2026-12-04T23:59:59+08:00"), 2]);
});
