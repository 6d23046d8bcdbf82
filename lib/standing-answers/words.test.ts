import { expect, test } from "vitest";
import { DEFAULT_STANDING_TEXTS, menuOf, replyOf, stampOf, welcomeOf } from "./words";

const clock = { at: new Date("2026-11-22T04:00:00Z"), timeZone: "Asia/Shanghai" };
const seven = new Date("2026-11-21T23:00:00Z");
const told = { name: "天气", source: "区气象局", asOf: seven };

test("a text says what it is, when and by whom, and how to reach a person", () => {
  const reply = replyOf({ ...told, body: { kind: "text", text: "曹妃甸今天晴。" } }, [], clock);
  expect(reply).toEqual({
    kind: "text",
    text: "【常备答复】天气\n曹妃甸今天晴。\n截至22日07:00，来源：区气象局。\n没答到？回复0找值班员。",
  });
});

test.each([
  [seven, "截至22日07:00，来源：区气象局。"],
  [new Date("2026-10-31T00:05:00Z"), "截至10月31日08:05，来源：区气象局。"],
  [new Date("2025-11-22T00:05:00Z"), "截至2025年11月22日08:05，来源：区气象局。"],
  [null, "来源：区气象局。"],
])("as of %s: %s", (asOf, stamp) => {
  expect(stampOf({ source: "区气象局", asOf }, clock)).toBe(stamp);
  expect(stampOf({ source: "区气象局", asOf, isStale: true }, clock)).toContain("可能已过时，来源：区气象局。");
});

test("a card carries stamp and way out in its description, a sub-menu lists what stands below it, a picture keeps words for officers", () => {
  const article = { title: "一周要闻", description: "十一月第三周", url: "https://a.cn/1", pictureUrl: "" };
  const card = replyOf({ ...told, body: { kind: "articles", articles: [article] } }, [], clock);
  const description = "十一月第三周\n截至22日07:00，来源：区气象局。\n没答到？回复0找值班员。";
  expect(card).toMatchObject({
    ...article,
    kind: "article",
    description,
    text: `【常备答复】天气\n一周要闻\n${description}\nhttps://a.cn/1`,
  });
  const menu = replyOf(
    { ...told, body: { kind: "menu", lead: "请选：" } },
    [
      { number: 61, name: "社保" },
      { number: null, name: "公积金" },
    ],
    clock,
  );
  expect(menu.text).toContain("请选：\n61 社保\n公积金\n截至");
  expect(replyOf({ ...told, body: { kind: "picture", mediaId: "m", pictureUrl: "" } }, [], clock)).toMatchObject({
    kind: "picture",
    mediaId: "m",
  });
});

test("a menu too long for WeChat is cut at a line, never at its end", () => {
  const offered = Array.from({ length: 99 }, (_, index) => ({ number: index + 1, name: "二十个字长的栏目名称二十个字长的栏目名称" }));
  for (const reply of [menuOf(DEFAULT_STANDING_TEXTS, offered), welcomeOf(DEFAULT_STANDING_TEXTS, offered)]) {
    const text = reply?.text ?? "";
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(2_048);
    expect(Buffer.byteLength(text)).toBeGreaterThan(1_980);
    expect(text).toMatch(/回复0找值班员。〔自动回复〕$/);
  }
  expect(menuOf(DEFAULT_STANDING_TEXTS, [])).toBeNull();
});
