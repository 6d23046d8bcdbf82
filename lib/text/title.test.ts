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

const lifts = (numbers: number[]) => numbers.map((number) => `晓月里${number}号楼的电梯什么时候修好`);

test.each([
  [lifts([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]), "晓月里", "电梯"],
  [lifts([3]), "晓月里3号楼", "电梯"],
  [["晓月里12号楼电梯坏了没人修", "晓月里12号楼电梯又坏了"], "晓月里12号楼", "电梯"],
  [["5号线几点停运", "请问5号线周末几点停运"], "5号线", "几点停运"],
  [["3号楼电梯坏了，没人管", "3号楼电梯坏了好几天"], "3号楼", "电梯坏了"],
  [["友谊路的井盖松了一踩就响，晚上根本没法睡觉", "友谊路井盖松了一踩就响"], "友谊路", "井盖松了一踩就响"],
  [["图书馆几点开门呀", "图书馆几点关门"], "图书馆", "几点开门"],
  [["急！星河湾到体育馆那条路没有路灯，能装吗，谢谢"], "星河湾", "到体育馆那条路没有路灯"],
  [["各位领导好，体育馆出口天天堵，上班要多花一个小时"], "体育馆", "出口天天堵"],
  [["公积金mwsma67n怎么提取", "怎么提取公积金mwsma67n"], "", "公积金"],
])("a title is cut between words, and never inside a number: %j", (texts, place, matter) => {
  expect(titleOf(texts)).toEqual({ place, matter });
});

test("a rare letter is never cut in two", () => {
  expect(titleOf(["三号路停水𠮷", "三号路停水𠮸"])).toEqual({ place: "三号路", matter: "停水" });
});
