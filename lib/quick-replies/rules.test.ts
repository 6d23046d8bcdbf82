import { describe, expect, test } from "vitest";
import { type Findable, filledText, formOfAddress, isReviewDue, mayChange, rankQuickReplies, unknownVariables } from "./rules";

const now = new Date("2026-11-22T06:05:00Z");
const timeZone = "Asia/Shanghai";

describe("variables", () => {
  test("are filled in, in half and full width, as often as they stand there", () => {
    const facts = { remark: "邢女士，工业区职工", number: "20261122-3F7A", now, timeZone };
    expect(filledText("{称呼}好，{ 编号 }，｛时间｝。{称呼}", facts)).toBe("邢女士好，20261122-3F7A，11月22日 14:05。邢女士");
    expect(filledText("{称呼}好，编号{编号}", { remark: null, number: null, now, timeZone })).toBe("您好，编号");
  });

  test("the time is that of the account's clock, over midnight too", () => {
    const facts = { remark: null, number: null, now: new Date("2026-12-31T16:30:00Z") };
    expect(filledText("{时间}", { ...facts, timeZone })).toBe("1月1日 00:30");
    expect(filledText("{时间}", { ...facts, timeZone: "America/New_York" })).toBe("12月31日 11:30");
  });

  test("a resident's words are never read as a variable, and no sign of a remark has a meaning of its own", () => {
    expect(filledText("{称呼}好", { remark: "{编号}$&", number: "1", now, timeZone })).toBe("{编号}$&好");
  });

  test("unknown ones are named once each", () => {
    expect(unknownVariables("{称呼}{姓名}{}｛姓名｝{姓名}{时间}")).toEqual(["{姓名}", "{}", "｛姓名｝"]);
    expect(unknownVariables("没有变量 { 没有结束")).toEqual([]);
  });

  test.each([
    ["罗阿姨，滨江路", "罗阿姨"],
    ["石先生（二次供水）", "石先生"],
    ["Ms Li", "Ms"],
    ["  ", "您"],
    [null, "您"],
  ])("a resident remarked as %s is addressed as %s", (remark, address) => {
    expect(formOfAddress(remark)).toBe(address);
  });
});

describe("the order of what matches", () => {
  const reply = (title: string, letters: [string, string], text = "", uses = 0, lastUsedAt: Date | null = null): Findable => ({
    title,
    initials: letters[0],
    pinyin: letters[1],
    text,
    uses,
    lastUsedAt,
  });
  const notice = reply("停水公告", ["tsgg", "tingshuigonggao"], "今晚停水");
  const works = reply("提示供气", ["tsgq", "tishigongqi"], "tsgg 请见公告", 9);
  const ting = reply("区停电公告", ["qtdgg", "qutingdiangonggao"], "停电", 3, new Date("2026-11-01T00:00:00Z"));
  const tax = reply("TSG 税费", ["tsgsf", "tsgshuifei"], "税", 3, new Date("2026-11-02T00:00:00Z"));
  const all = [notice, works, ting, tax];
  const titles = (typed: string) => rankQuickReplies(all, typed).map(({ title }) => title);

  test("title, then initials, then pinyin, then inside the title, then inside the text", () => {
    expect(titles("停")).toEqual(["停水公告", "区停电公告"]);
    expect(titles("tsg")).toEqual(["TSG 税费", "提示供气", "停水公告"]);
    expect(titles("tsgg")).toEqual(["停水公告", "提示供气"]);
    expect(titles("tish")).toEqual(["提示供气"]);
    expect(titles("公告")).toEqual(["区停电公告", "停水公告", "提示供气"]);
  });

  test("width, case and blanks make no difference; what matches nothing is left out", () => {
    expect(titles("ＴＳＧ 税")).toEqual(["TSG 税费"]);
    expect(titles("xyz")).toEqual([]);
  });

  test("with nothing typed the most used come first, of equals the latest used", () => {
    expect(titles("")).toEqual(["提示供气", "TSG 税费", "区停电公告", "停水公告"]);
  });
});

test("to be reviewed from the day after, by the account's clock", () => {
  const midnight = new Date("2026-11-22T16:00:00Z");
  expect(isReviewDue({ reviewOn: "2026-11-22" }, now, timeZone)).toBe(false);
  expect(isReviewDue({ reviewOn: "2026-11-22" }, midnight, timeZone)).toBe(true);
  expect(isReviewDue({ reviewOn: "2026-11-22" }, midnight, "Europe/Berlin")).toBe(false);
  expect(isReviewDue({ reviewOn: null }, now, timeZone)).toBe(false);
});

test("one's own, and everybody's shared ones with the permission", () => {
  const lin = { id: "lin", mayShare: false };
  const he = { id: "he", mayShare: true };
  expect(mayChange({ shared: true, ownerId: "lin" }, lin)).toBe(true);
  expect(mayChange({ shared: true, ownerId: "lin" }, he)).toBe(true);
  expect(mayChange({ shared: false, ownerId: "lin" }, he)).toBe(false);
  expect(mayChange({ shared: true, ownerId: "he" }, lin)).toBe(false);
});
