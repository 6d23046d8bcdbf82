import { expect, test } from "vitest";
import { differences } from "./differences";

const shown = (before: string, after: string) =>
  differences(before, after)
    .map(({ kind, text }) => ({ same: text, added: `+${text}+`, removed: `-${text}-` })[kind])
    .join("");

test.each([
  ["今晚八点恢复供水", "今晚十点恢复供水", "今晚-八-+十+点恢复供水"],
  ["您好", "您好，谢谢", "您好+，谢谢+"],
  ["您好，谢谢", "您好", "您好-，谢谢-"],
  ["", "新的", "+新的+"],
  ["旧的", "", "-旧的-"],
  ["一样", "一样", "一样"],
  ["水😀电", "水😁电", "水-😀-+😁+电"],
])("%j became %j", (before, after, expected) => {
  expect(shown(before, after)).toBe(expected);
});

test("both texts can be read out of it", () => {
  const [before, after] = ["请带身份证、户口本到大厅办理。".repeat(40), "请带身份证和户口簿到一楼大厅三号窗口办理。".repeat(40)];
  const found = differences(before, after);
  const without = (left: string) => found.flatMap(({ kind, text }) => (kind === left ? [] : text)).join("");
  expect(without("added")).toBe(before);
  expect(without("removed")).toBe(after);
});
