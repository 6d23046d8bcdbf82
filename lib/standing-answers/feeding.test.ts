import { expect, test } from "vitest";
import { after, DAY, HOUR, MINUTE } from "@/lib/time/rules";
import { answeredText, headlines, momentSaid, nextLook } from "./feeding";
import { isStale, isStopped, servedOf } from "./freshness";

const at = new Date("2026-11-23T00:00:00Z");
const BEIJING = "Asia/Shanghai";

test.each([
  ["2026-11-23T07:30:00+08:00", "2026-11-22T23:30:00.000Z"],
  ["2026-11-22T23:30:00.123Z", "2026-11-22T23:30:00.000Z"],
  ["2026-11-23 07:30", "2026-11-22T23:30:00.000Z"],
  ["2026年11月23日7:30", "2026-11-22T23:30:00.000Z"],
  ["2026/11/23", "2026-11-22T16:00:00.000Z"],
  ["Mon, 23 Nov 2026 07:30:15 +0800", "2026-11-22T23:30:15.000Z"],
  ["22 Nov 2026 23:30 GMT", "2026-11-22T23:30:00.000Z"],
  [1_795_390_200, "2026-11-22T23:30:00.000Z"],
  ["1795390200000", "2026-11-22T23:30:00.000Z"],
  // A clock that goes three minutes ahead says now.
  ["2026-11-23 08:03", "2026-11-23T00:00:00.000Z"],
])("%s is a moment", (said, moment) => {
  expect(momentSaid(said, BEIJING, at)?.toISOString()).toBe(moment);
});

test.each([
  ["昨天"],
  [""],
  ["2026-02-30 07:00"],
  ["2026-11-23 24:10"],
  ["31 Nov 2026 07:00 GMT"],
  ["2026-11-24 07:00"],
  ["9999-12-31"],
  ["7"],
])("%s is none, or is still to come", (said) => {
  expect(momentSaid(said, BEIJING, at)).toBeNull();
});

test("headlines carry their day, and addresses of the account's hosts alone; what does not fit is left out whole", () => {
  const news = (title: string, link: string | null, said: string | null = null) => ({ title, link, at: said });
  const items = [
    news("图书馆开放", "https://news.example/1", "2026-11-22 07:00"),
    news("三号路通车", "https://elsewhere.example/2", "明天"),
  ];
  expect(headlines(items, ["news.example"], BEIJING, at)).toBe("1. 图书馆开放（11月22日）\nhttps://news.example/1\n2. 三号路通车");
  const carried = news("通车", "https://news.example/3\n点 http://elsewhere.example");
  expect(headlines([carried], ["news.example"], BEIJING, at)).toBe("1. 通车\nhttps://news.example/3%E7%82%B9%20http://elsewhere.example");
  const many = headlines(
    Array.from({ length: 10 }, () => news("长".repeat(70), null)),
    [],
    BEIJING,
    at,
  );
  expect(many.split("\n").map((line) => [...line].length)).toEqual(Array(8).fill(63));
});

test("what many were told names the matter, the answer and when it was given", () => {
  const answer = { place: "三号路", matter: "停水", text: "今晚八点恢复。", people: 38, at };
  expect(answeredText([answer], BEIJING)).toBe("1. 三号路·停水（38人问到）\n答：今晚八点恢复。〔11月23日 08:00〕");
  expect(answeredText([], BEIJING)).toBeNull();
});

test("a source is looked at four times while its text holds, and after failures ever more seldom", () => {
  const minutes = (freshMinutes: number, failures: number) => (nextLook(at, { freshMinutes, failures }).getTime() - at.getTime()) / MINUTE;
  expect([minutes(10, 0), minutes(120, 0), minutes(9_999, 0)]).toEqual([2.5, 30, 60]);
  expect([1, 2, 3, 9, 2_000].map((failures) => minutes(120, failures))).toEqual([1, 2, 4, 15, 15]);
});

test("the last good copy is what residents get; until there is one, what was published; past its time it stops where that was asked for", () => {
  const published = { body: { kind: "text", text: "晴" }, asOf: after(at, -DAY), publishedAt: at };
  const feed = { kind: "json", body: null, asOf: null, savedAt: at, freshMinutes: 60, pastFreshness: "stop" } as const;
  const copy = { ...feed, body: { kind: "text", text: "雨" }, asOf: after(at, MINUTE) };
  expect(servedOf(published, null)).toMatchObject({ body: { text: "晴" }, freshUntil: null });
  expect(servedOf(published, feed)).toMatchObject({ body: { text: "晴" }, freshUntil: after(at, HOUR) });
  // It was looked at, and had nothing to tell.
  expect(servedOf(published, { ...copy, body: null })).toMatchObject({
    body: { text: "晴" },
    asOf: published.asOf,
    freshUntil: after(at, HOUR + MINUTE),
  });
  expect(servedOf(published, { ...feed, kind: "hand" })).toMatchObject({ freshUntil: after(at, HOUR - DAY) });
  const served = servedOf(published, copy);
  expect(served).toMatchObject({ body: { text: "雨" }, asOf: after(at, MINUTE), freshUntil: after(at, HOUR + MINUTE) });
  const then = (minutes: number) => [isStale(served, after(at, minutes * MINUTE)), isStopped(served, after(at, minutes * MINUTE))];
  expect([then(60.9), then(61)]).toEqual([
    [false, false],
    [true, true],
  ]);
  expect(isStopped({ ...served, pastFreshness: "say" }, after(at, DAY))).toBe(false);
});

test("what its owner published by hand when the copy was out of date is given until the source is fresh again", () => {
  const feed = {
    kind: "json",
    body: { kind: "text", text: "雨" },
    asOf: at,
    savedAt: at,
    freshMinutes: 60,
    pastFreshness: "stop",
  } as const;
  const byHand = (publishedAt: Date, asOf: Date | null = publishedAt) => ({ body: { kind: "text", text: "大风" }, asOf, publishedAt });
  const later = after(at, 2 * HOUR);
  expect(servedOf(byHand(after(at, HOUR - 1)), feed)).toMatchObject({ body: { text: "雨" }, asOf: at });
  expect(servedOf(byHand(later), feed)).toMatchObject({ body: { text: "大风" }, asOf: later, freshUntil: after(later, HOUR) });
  expect(servedOf(byHand(later, null), feed)).toMatchObject({ body: { text: "大风" }, asOf: null, freshUntil: after(later, HOUR) });
  // Other keywords make no text newer than it is.
  expect(servedOf(byHand(later, after(at, -DAY)), feed)).toMatchObject({ body: { text: "雨" }, freshUntil: after(at, HOUR) });
  expect(servedOf(byHand(later), { ...feed, asOf: after(later, MINUTE) })).toMatchObject({ body: { text: "雨" } });
});
