import { expect, test } from "vitest";
import { titleOf } from "./title";

test("a title names the place and the matter of most", () => {
  const { place, matter } = titleOf(["三号路停水了，什么时候来", "请问三号路怎么停水了", "三号路今天停水没有通知"]);
  expect(place).toContain("三号路");
  expect(matter).toContain("停水");
});

test("a title never names a person or a number to call", () => {
  const { place, matter } = titleOf(["王建国先生的工资没有发，电话13800000000", "王建国先生说工资没有发，电话13800000000"]);
  expect(`${place}${matter}`).not.toMatch(/王建国|1380/);
  expect(matter).toContain("工资");
});

test("one question alone is named by its own words, none by nothing", () => {
  expect(titleOf(["社保卡丢了怎么补办"]).matter).not.toBe("");
  expect(titleOf([])).toEqual({ place: "", matter: "" });
});

test.each([
  [["三号路停水，什么时候来水", "三号路停水了，几点来水", "请问三号路什么时候来水，停水一天了"], "停水"],
  [["三号路停水，什么时候来水"], "停水"],
  [["三号路什么时候来水", "三号路几点来水啊"], "停水"],
  [["幸福里没电了，几点来电", "幸福里没电，什么时候来电", "幸福里停电了吗"], "没电"],
  [["唔该，唐海里几时返水呀", "唐海里几时返水"], "停水"],
  [["工人新村暖气不热，什么时候恢复供暖", "工人新村什么时候恢复供暖，暖气不热"], "暖气不热"],
])("what has failed is the matter, not what is wished for: %s", (texts, matter) => {
  expect(titleOf(texts).matter).toBe(matter);
});

test("words that only sound like a wish stay as they are", () => {
  expect(titleOf(["二次供水改造收费太高", "咨询二次供水改造收费"]).matter).toContain("供水改造收费");
  expect(titleOf(["金色家园总有人来电话推销", "金色家园来电话推销烦死了"]).matter).toContain("来电话推销");
});
