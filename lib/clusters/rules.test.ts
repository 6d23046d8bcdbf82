import { describe, expect, test } from "vitest";
import { isBetter, namelessTitle, namesOfMembers, saysNotSolved, wordsOfEach } from "./rules";

describe("names and numbers of single members", () => {
  test.each([
    ["请联系13800001111", ["我电话13800001111", "停水了"], ["13800001111"]],
    ["请联系138-0000-1111", ["我电话13800001111"], ["13800001111"]],
    ["身份证13028119900101123X已登记", ["身份证13028119900101123X"], ["13028119900101123X"]],
    ["抢修电话96116，供水热线8712345", ["打8712345没人接", "也打了8712345"], []],
    ["张建国，今晚八点来水", ["我叫张建国，三号路停水"], ["张建国"]],
    ["欧阳娜娜您好", ["姓名：欧阳娜娜，住三号路"], ["欧阳娜娜"]],
    ["业主请注意", ["我是业主，停水了"], []],
    ["今晚8点，3号楼", ["我住3号楼8点停水"], []],
  ])("%s", (text, said, found) => {
    expect(namesOfMembers(text, said)).toEqual(found);
  });
});

test.each([
  ["未解决", true],
  ["还是没水", true],
  ["问题没有解决啊", true],
  ["答非所问", true],
  ["一直未得到解决", true],
  ["没有得到有效解决", true],
  ["上次問題未解決", true],
  ["说了没有用，没人管", true],
  ["三号路没水用不了马桶", false],
  ["三号路停水了", false],
  ["谢谢，来水了", false],
])("%s says that it is not solved: %s", (text, expected) => {
  expect(saysNotSolved(text)).toBe(expected);
});

test("a single member's number is found in any width and spacing; a day that somebody wrote is no number of a person", () => {
  const said = ["我电话１３３ １２３４ ５６７８", "停水两天了，从2026-11-21到现在"];
  expect(namesOfMembers("请联系13312345678", said)).toEqual(["13312345678"]);
  expect(namesOfMembers("请联系 133-1234-5678", said)).toEqual(["13312345678"]);
  expect(namesOfMembers("2026-11-21起抢修", said)).toEqual([]);
});

test("a title loses the part that holds a name or number of one of them, however many wrote it", () => {
  const said = ["我叫欧阳娜，三号路停水", "我叫欧阳娜，三号路没水"];
  expect(namelessTitle({ place: "三号路", matter: "欧阳娜停水" }, said)).toEqual({ place: "三号路", matter: "" });
  expect(namelessTitle({ place: "三号路", matter: "停水" }, said)).toEqual({ place: "三号路", matter: "停水" });
});

test("a tuning is better where it errs less and contradicts no more, measured on enough", () => {
  const figures = { learnt: 60, held: 20, lossBefore: 0.6, lossAfter: 0.5, wrongBefore: 4, wrongAfter: 4 };
  expect(isBetter(figures)).toBe(true);
  expect(isBetter({ ...figures, wrongAfter: 5 })).toBe(false);
  expect(isBetter({ ...figures, lossAfter: 0.6 })).toBe(false);
  expect(isBetter({ ...figures, held: 9 })).toBe(false);
});

test("what one resident says in two questions is still nobody else's", () => {
  const said = ["我叫王小明，三号路停水", "我叫王小明，三号路没水"];
  const asked = (threadIds: string[]) => wordsOfEach(said.map((words, index) => ({ threadId: threadIds[index] ?? "", said: words })));
  expect(namesOfMembers("王小明反映的停水", asked(["one", "one"]))).toEqual(["王小明"]);
  expect(namesOfMembers("王小明反映的停水", asked(["one", "other"]))).toEqual([]);
});

test("whose home it befell stands in no title and in no answer to all", () => {
  const said = ["张建国家停水了", "李梅家里没水"];
  expect(namelessTitle({ place: "", matter: "张建国家停水了" }, said)).toEqual({ place: "", matter: "" });
  expect(namesOfMembers("张建国和李梅家今晚来水", said)).toEqual(["张建国", "李梅"]);
  expect(namesOfMembers("三号路今晚来水", ["三号路家家停水", "大家都没水", "王家巷停水了"])).toEqual([]);
});
