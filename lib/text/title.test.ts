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
