import { expect, test } from "vitest";
import { type Book, DEFAULT_BOOK, startClock, termsAt } from "@/lib/sla/terms";
import { after, DAY, HOUR, MINUTE } from "@/lib/time/rules";
import {
  type AcknowledgementSettings,
  acknowledgementOf,
  DEFAULT_ACKNOWLEDGEMENTS,
  filled,
  personTextOf,
  textFault,
} from "./acknowledging";
import { DEFAULT_STANDING_TEXTS } from "./words";

const OFFICE = [
  { from: "08:30", to: "12:00" },
  { from: "13:30", to: "17:30" },
];
const WEEK = { week: [OFFICE, OFFICE, OFFICE, OFFICE, OFFICE, [], []], days: [] };
const office = {
  ...DEFAULT_BOOK,
  calendars: [{ id: "c", effectiveFrom: new Date(0), calendar: WEEK }],
};
const ALL_ON: AcknowledgementSettings = { ...DEFAULT_ACKNOWLEDGEMENTS, queueOn: true, firstOn: true };

/** What holds at a time of the office's clock, told as 11-23T09:00 (a Monday); nobody waits. */
function moment(local: string, { book = office as Book, waiting = 0, dealt = 0, urgent = false } = {}) {
  const at = new Date(`2026-${local}:00+08:00`);
  const hours = termsAt(book, at);
  return { at, hours, clock: startClock(hours, { at, kind: "inquiry", urgent }), queue: { waiting, dealt, countedAt: at } };
}
const says = (text: string, ...of: Parameters<typeof moment>) => filled(text, { hotline: "12345" }, moment(...of));

test("outside its hours an account says when a person is back and whom to call; around the clock it never does", () => {
  expect(acknowledgementOf(ALL_ON, moment("11-23T20:00"))).toEqual({
    rule: "outside",
    text: "已收到。现在不是值班时间，值班员明早8:30起按先后答复您，不用重复发。急事请拨12345。〔自动回复〕",
    unlessSince: null,
  });
  expect(acknowledgementOf(DEFAULT_ACKNOWLEDGEMENTS, moment("11-23T09:00"))).toBeNull();
  expect(acknowledgementOf(DEFAULT_ACKNOWLEDGEMENTS, moment("11-23T03:00", { book: DEFAULT_BOOK }))).toBeNull();
  expect(acknowledgementOf({ ...ALL_ON, outsideOn: false, firstOn: false }, moment("11-23T20:00"))).toBeNull();
});

test.each([
  ["11-23T06:00", "今早8:30"],
  ["11-23T12:30", "今天13:30"],
  ["11-27T18:00", "11月30日周一8:30"],
])("at %s the desk is back %s", (local, back) => {
  expect(says("{back}", local)).toBe(back);
});

test("no more is promised than the terms do: minutes while duty lasts so long, else the time by which they are over", () => {
  expect(says("{when}", "11-23T09:00")).toBe("10分钟内");
  expect(says("{when}", "11-23T11:55")).toBe("今天13:35前");
  expect(says("{when}", "11-23T17:25")).toBe("明早8:35前");
  expect(says("{when}", "11-23T20:00")).toBe("明早9:00前");
  expect(says("{when}", "11-23T20:00", { urgent: true })).toBe("10分钟内");
});

test.each([
  ["at the pace of a full hour, up to five minutes more", { waiting: 33, dealt: 50 }, "11-23T10:00", "大约还要40分钟"],
  ["hours as hours", { waiting: 105, dealt: 60 }, "11-23T09:30", "大约还要2小时"],
  ["and half hours", { waiting: 80, dealt: 60 }, "11-23T09:30", "大约还要1个半小时"],
  ["of the hour only duty counts", { waiting: 40, dealt: 20 }, "11-23T08:45", "大约还要30分钟"],
  ["what lasts beyond duty ends on another day", { waiting: 60, dealt: 60 }, "11-23T17:00", "大约要等到明早9:00"],
  ["what is answered outside duty too", { waiting: 40, dealt: 20 }, "11-23T17:45", "要等多久现在说不准"],
  ["nobody was answered", { waiting: 40, dealt: 0 }, "11-23T10:00", "要等多久现在说不准"],
  ["two say nothing of the pace", { waiting: 40, dealt: 2 }, "11-23T10:00", "要等多久现在说不准"],
])("how long a queue lasts: %s", (_, queue, local, expected) => {
  expect(says("{expected}", local, queue)).toBe(expected);
});

test("a long wait is told honestly, and one round the clock in hours up to twelve", () => {
  const told = acknowledgementOf(ALL_ON, moment("11-23T09:00", { waiting: 30 }));
  expect(told).toMatchObject({ rule: "queue", unlessSince: null });
  expect(told?.text).toContain("您前面约有30件，要等多久现在说不准，");
  expect(acknowledgementOf(ALL_ON, moment("11-23T09:00", { waiting: 29 }))?.rule).toBe("first");
  expect(acknowledgementOf(ALL_ON, moment("11-23T20:00", { waiting: 30 }))?.rule).toBe("outside");
  expect(says("{waiting} {expected}", "11-23T03:00", { book: DEFAULT_BOOK, waiting: 2_001, dealt: 100 })).toBe("2000多 大约还要12小时以上");
});

test("the first word after some days is for whoever said nothing since", () => {
  const { at, ...rest } = moment("11-23T09:00");
  const told = acknowledgementOf({ ...ALL_ON, firstDays: 7 }, { at, ...rest });
  expect(told).toMatchObject({
    rule: "first",
    text: expect.stringMatching(/^已收到，值班员10分钟内答复您。/),
    unlessSince: after(at, -7 * DAY),
  });
});

test("who asks for a person is promised what the terms do, and reads the same as others where that takes longer", () => {
  const settings = { ...ALL_ON, ...DEFAULT_STANDING_TEXTS };
  expect(personTextOf(settings, moment("11-23T09:00"))).toMatch(/已请值班员来答，10分钟内回复您。.*急事请拨12345。〔自动回复〕$/);
  for (const slow of [moment("11-23T20:00"), moment("11-23T09:00", { waiting: 30, dealt: 30 })])
    expect(personTextOf(settings, slow)).toBe(acknowledgementOf(settings, slow)?.text);
  const silent = { ...settings, outsideOn: false, queueOn: false };
  expect(personTextOf(silent, moment("11-23T20:00", { waiting: 30 }))).toContain("明早9:00前回复您");
});

test.each([
  ["outsideText", "值班员{back}回来，急事拨{hotline}〔自动回复〕", null],
  ["outsideText", "值班员{back}回来", "notSaidAutomatic"],
  ["outsideText", "您前面{waiting}件〔自动回复〕", "placeholderUnknown"],
  ["queueText", "{Waiting}〔自动回复〕", "placeholderUnknown"],
  ["firstText", "〔自动回复〕一个{括号", "placeholderUnknown"],
  ["firstText", "｛when｝答复〔自动回复〕", "placeholderUnknown"],
  ["personText", `${"{hotline}".repeat(60)}自动回复`, null],
  ["personText", `${"{hotline}".repeat(60)}自动回复`, "textTooLong", "号".repeat(30)],
] as const)("%s as %s: %s", (part, text, fault, hotline: string = "12345") => {
  expect(textFault(part, text, hotline)).toBe(fault);
});

test("whatever a placeholder stands for is no longer than was measured", () => {
  const names = "{back}{when}{expected}{waiting}";
  const measured = "大约要等到12月30日周三10:30".length + "12月30日周三10:30前".length + "12月30日周三10:30".length + "2000多".length;
  for (let hour = 0; hour < 60 * 24; hour += 1) {
    const at = after(new Date("2026-11-30T00:00:00+08:00"), hour * HOUR + 7 * MINUTE);
    const hours = termsAt(office, at);
    const queue = { waiting: 2_001, dealt: 3, countedAt: at };
    const now = { at, hours, queue, clock: startClock(hours, { at, kind: "inquiry", urgent: false }) };
    expect(filled(names, { hotline: "" }, now).length).toBeLessThanOrEqual(measured);
  }
});
