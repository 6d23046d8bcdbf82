import { expect, test } from "vitest";
import { explain } from "./explain";

test("what two questions share is told in their own words", () => {
  const reasons = explain("三号路停水了，什么时候能来水", "请问三号路怎么停水了");
  expect(reasons.place.join(" ")).toContain("三号路");
  expect(reasons.matter.join(" ")).toContain("停水");
  expect(reasons.matter.join(" ")).not.toMatch(/什么时候|怎么/);
});

test("the place only one of them names differs", () => {
  const reasons = explain("三号路停水了", "五号路停水了");
  expect(reasons.place).toEqual([]);
  expect(reasons.differing.join(" ")).toMatch(/三号路.*五号路/);
});

test("what the first alone says differs, without the words that ask or fill", () => {
  const { matter, differing } = explain("三号路停水了，家里有老人等着做饭，几点能来？", "请问三号路停水到几点");
  expect(matter.join(" ")).toContain("停水");
  expect(differing.join(" ")).toContain("老人等着做饭");
  expect([...matter, ...differing].join(" ")).not.toMatch(/几点|请问/);
  expect(explain("东口的红绿灯坏了", "西口的红绿灯坏了").differing.join(" ")).toContain("东口");
});

test("rare letters of which two texts share a half are told whole or not at all", () => {
  const told = [
    explain("三号路停水，𨋢坏了𠮷", "三号路停水，𨋢坏了𠮸"),
    explain("𠮷停水一社区很吵", "𠮸停水一社区很吵"),
    explain("电梯很响𠮷号", "电梯很响𠮸号"),
  ];
  expect(JSON.stringify(told)).not.toMatch(/\\ud/);
  expect(told[1]?.differing).toEqual(["停水一社区"]);
});
